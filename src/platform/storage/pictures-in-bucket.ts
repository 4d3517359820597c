import type { Plugin } from 'payload'
import { s3Options } from '@/platform/storage/s3-options'

/**
 * Lets Payload put pictures into the bucket when there is one; they are still served through our own access. Without a
 * prefix the plugin adds no column, so the shape of the database does not depend on where files lie.
 */
export const picturesInBucket: Plugin = async (config) => {
  const s3 = s3Options()
  if (!s3) return config
  const { s3Storage } = await import('@payloadcms/storage-s3')
  return s3Storage({ ...s3, collections: { media: true } })(config)
}
