import type { CollectionBeforeOperationHook } from 'payload'
import { refuse } from '@/kernel/errors'
import { cleanPicture } from '@/platform/uploads/clean-picture'

/**
 * Stores a picture made anew under a random name: names are keys in one folder, and a random one keeps one tenant from
 * guessing or overwriting another's. A picture without a file is refused, as Payload would fetch it from an address.
 */
export const makePictureAnew: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  // Payload asks for rights after this hook: a stranger hears of them, not of his picture, and nothing is decoded for him.
  if (!req.user && !args.overrideAccess) return args
  if (!req.file) return operation === 'create' ? refuse('UPLOAD_REFUSED', { reason: 'there is none' }) : withoutSource(args)
  const { data, mime, extension } = await cleanPicture(req.file.data)
  req.file = { ...req.file, data, size: data.length, mimetype: mime, name: `${crypto.randomUUID()}.${extension}` }
  return withoutSource(args)
}

const SOURCES = ['url', 'filename', 'mimeType', 'filesize', 'width', 'height', 'sizes', 'thumbnailURL', 'uploadEdits']

function withoutSource<A extends { data?: unknown }>(args: A): A {
  if (typeof args.data !== 'object' || args.data === null) return args
  const data = Object.fromEntries(Object.entries(args.data).filter(([key]) => !SOURCES.includes(key)))
  return { ...args, data }
}
