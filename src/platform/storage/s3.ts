import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import type { Store } from '@/platform/storage/store'
import { writeFile } from '@/platform/storage/write-file'

const ADDRESS_SECONDS = 60

/** Files in a bucket, below a folder of it. Their length must be known before they are sent, so they pass through a temporary file. */
export function s3Store({ bucket, config }: { bucket: string; config: S3ClientConfig }, folder: string): Store {
  const client = new S3Client(config)
  const objectOf = (key: string) => ({ Bucket: bucket, Key: `${folder}${key}` })
  return {
    put: async (key, pieces) => {
      const place = path.join(tmpdir(), `thoroughfare-${randomUUID()}.part`)
      try {
        const written = await writeFile(place, pieces)
        const Body = createReadStream(place)
        await client.send(new PutObjectCommand({ ...objectOf(key), Body, ContentLength: written.bytes }))
        return written
      } finally {
        await rm(place, { force: true })
      }
    },
    get: async (key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand(objectOf(key)))
        return Body ? Buffer.from(await Body.transformToByteArray()) : null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    address: (key, { disposition, mime }) => {
      const command = new GetObjectCommand({
        ...objectOf(key),
        ResponseContentDisposition: disposition,
        ResponseContentType: mime,
      })
      return getSignedUrl(client, command, { expiresIn: ADDRESS_SECONDS })
    },
  }
}
