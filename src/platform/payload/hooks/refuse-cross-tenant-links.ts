import type { CollectionBeforeChangeHook, Field, PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'
import { metaOf, tableOf, type CollectionMeta } from '@/platform/payload/meta'
import { clientOf } from '@/platform/payload/transaction'

type Row = Record<string, unknown>
interface Pointer {
  name: string
  target: string
}

const OUR_COLUMNS = ['organization', 'tree', 'counterparty', 'branch', 'counterpartyBranch', 'createdBy', 'user']

/** Refuses a pointer to another tenant's row with the words of a missing one; the composite keys are the last net. */
export function refuseCrossTenantLinks(meta: CollectionMeta): CollectionBeforeChangeHook {
  return async ({ collection, data, req }) => {
    if (!data['tree']) return data
    for (const pointer of pointersOf(collection.fields)) {
      const value = data[pointer.name] as unknown
      if (typeof value === 'string') await mustBeOurs(meta, pointer, value, data, req)
    }
    return data
  }
}

async function mustBeOurs(meta: CollectionMeta, { name, target }: Pointer, value: string, data: Row, req: PayloadRequest): Promise<void> {
  const config = req.payload.collections[target as keyof typeof req.payload.collections]?.config
  const targetMeta = config ? metaOf(config) : undefined
  if (!targetMeta || !hasTree(targetMeta)) return
  // An organization itself belongs to a tree only.
  const isInside = targetMeta.tenancy !== 'organization' && meta.guards.sameOrganization?.[name] !== undefined
  const owner = isInside ? { sql: ' and organization_id = $3::uuid', values: [data['organization']] } : { sql: '', values: [] }
  const sql = `select 1 from "${tableOf(target)}" where id = $1::uuid and tree_id = $2::uuid${owner.sql}`
  const { rowCount } = await (await clientOf(req)).query(sql, [value, data['tree'], ...owner.values])
  if (rowCount === 0) refuse('CROSS_TENANT', { noun: `The value of ${name}` }, [{ path: name, message: 'No such row in this organization.' }])
}

function hasTree(meta: CollectionMeta): boolean {
  return meta.tenancy !== 'user' && meta.tenancy !== 'installation'
}

function pointersOf(fields: readonly Field[]): Pointer[] {
  return fields.flatMap((field) => {
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    if (OUR_COLUMNS.includes(field.name) || typeof field.relationTo !== 'string') return []
    return [{ name: field.name, target: field.relationTo }]
  })
}
