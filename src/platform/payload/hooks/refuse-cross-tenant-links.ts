import type { CollectionBeforeChangeHook, Field } from 'payload'
import { refuse } from '@/kernel/errors'
import { metaOf, tableOf, type CollectionMeta } from '@/platform/payload/meta'
import { clientOf } from '@/platform/payload/transaction'

const OUR_COLUMNS = ['organization', 'tree', 'counterparty', 'branch', 'counterpartyBranch', 'createdBy', 'user']

/** Refuses a pointer to another tenant's row with the words of a missing one; the composite keys are the last net. */
export function refuseCrossTenantLinks(meta: CollectionMeta): CollectionBeforeChangeHook {
  return async ({ collection, data, req }) => {
    const tree = data['tree'] as string | undefined
    if (!tree) return data
    for (const { name, target } of pointersOf(collection.fields)) {
      const value = data[name] as unknown
      const targetMeta = metaOf(req.payload.collections[target as keyof typeof req.payload.collections]?.config ?? { slug: target, fields: [] })
      if (typeof value !== 'string' || !targetMeta || !hasTree(targetMeta)) continue
      // An organization itself belongs to a tree only.
      const isInside = targetMeta.tenancy !== 'organization' && meta.guards.sameOrganization?.[name] !== undefined
      const owner = isInside ? { sql: ' and organization_id = $3::uuid', values: [data['organization']] } : { sql: '', values: [] }
      const sql = `select 1 from "${tableOf(target)}" where id = $1::uuid and tree_id = $2::uuid${owner.sql}`
      const { rowCount } = await (await clientOf(req)).query(sql, [value, tree, ...owner.values])
      if (rowCount === 0) refuse('CROSS_TENANT', { noun: `The value of ${name}` }, [{ path: name, message: 'No such row in this organization.' }])
    }
    return data
  }
}

function hasTree(meta: CollectionMeta): boolean {
  return meta.tenancy !== 'user' && meta.tenancy !== 'installation'
}

function pointersOf(fields: readonly Field[]): { name: string; target: string }[] {
  return fields.flatMap((field) => {
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    if (OUR_COLUMNS.includes(field.name) || typeof field.relationTo !== 'string') return []
    return [{ name: field.name, target: field.relationTo }]
  })
}
