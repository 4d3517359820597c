import { text } from '@/platform/payload/fields'
import { defineCollection } from '@/platform/payload/define-collection'
import { filesDir } from '@/platform/env'
import { withFilePolicy } from '@/platform/http/download'
import { makePictureAnew } from '@/hooks/content/makePictureAnew'
import { PICTURE_TYPES } from '@/platform/uploads/clean-picture'

/** Pictures for screens. Shared down the tree like the products they show. */
export const Media = defineCollection({
  slug: 'media',
  module: 'content',
  noun: 'media',
  tenancy: 'shared-down',
  writes: 'crud',
  read: 'product.read',
  title: 'alt',
  columns: ['filename', 'alt', 'updatedAt'],
  fields: [
    text('alt', { required: true, maxLength: 200 }),
    // The plugin for buckets keeps its key here; the column is there without a bucket too, so the shape stays one.
    text('_objectKey', { maxLength: 300, readOnly: true }),
  ],
  more: {
    upload: {
      staticDir: `${filesDir()}/media`,
      mimeTypes: PICTURE_TYPES,
      modifyResponseHeaders: ({ headers }) => withFilePolicy(headers),
      pasteURL: false,
      focalPoint: false,
      crop: false,
      imageSizes: [
        { name: 'thumb', width: 160, height: 160, fit: 'inside', withoutEnlargement: true, formatOptions: { format: 'webp' } },
        { name: 'card', width: 480, height: 480, fit: 'inside', withoutEnlargement: true, formatOptions: { format: 'webp' } },
      ],
      adminThumbnail: 'thumb',
    },
    hooks: { beforeOperation: [makePictureAnew] },
  },
})
