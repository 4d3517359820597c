import { isolateObjectProperty, type CollectionBeforeChangeHook } from 'payload'

/** The newest default location of a warehouse takes the place of the one before. */
export const keepOneDefault: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const before = originalDoc as { id?: string; isDefault?: boolean; warehouse?: string } | undefined
  if (data['isDefault'] !== true || before?.isDefault) return data
  const warehouse = (data['warehouse'] ?? before?.warehouse) as string
  // If-Match speaks of the row that is being saved, not of the other one.
  const quiet = isolateObjectProperty(req, 'headers')
  quiet.headers = new Headers()
  await req.payload.update({
    collection: 'storage-locations',
    where: { and: [{ warehouse: { equals: warehouse } }, { isDefault: { equals: true } }] },
    data: { isDefault: false },
    depth: 0,
    req: quiet,
  })
  return data
}
