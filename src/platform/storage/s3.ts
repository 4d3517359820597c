import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, paginateListObjectsV2, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
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
    keys: async function* () {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: folder })) {
        for (const { Key, LastModified } of Contents) if (Key && LastModified) yield { key: Key.slice(folder.length), at: LastModified }
      }
    },
    remove: async (key) => void (await client.send(new DeleteObjectCommand(objectOf(key)))),
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
