import type { CollectionAfterChangeHook } from 'payload'

/** Every new warehouse has a place where goods lie when nobody says where. */
export const giveDefaultLocation: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return doc as unknown
  const { id, code, name, organization, tree } = doc as Record<'id' | 'code' | 'name', string> & { organization: string; tree: string }
  await req.payload.create({
    collection: 'storage-locations',
    data: { warehouse: id, code, name, kind: 'stock', isDefault: true, organization, tree, revision: 1 },
    depth: 0,
    req,
  })
  return doc as unknown
}
