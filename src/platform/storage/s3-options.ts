import type { S3ClientConfig } from '@aws-sdk/client-s3'
import { env } from '@/platform/env'

/** The bucket of this installation and how to reach it; null where files lie on disk. */
export function s3Options(): { bucket: string; config: S3ClientConfig } | null {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env
  if (!bucket) return null
  const config: S3ClientConfig = {
    region: env.S3_REGION,
    forcePathStyle: env.S3_PATH_STYLE,
    // Servers that speak S3 know the checksums of its first days only.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(env.S3_ENDPOINT ? { endpoint: env.S3_ENDPOINT } : {}),
    // Without keys the machine's own role signs.
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  }
  return { bucket, config }
}
