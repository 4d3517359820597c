import type { CollectionBeforeOperationHook } from 'payload'

/** File names are keys in one folder; a random part keeps one tenant from guessing or overwriting another's. */
export const namePictureByTenant: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if ((operation === 'create' || operation === 'update') && req.file) {
    const extension = /\.[a-z0-9]{2,5}$/i.exec(req.file.name)?.[0].toLowerCase() ?? ''
    req.file.name = `${crypto.randomUUID()}${extension}`
  }
  return args
}
