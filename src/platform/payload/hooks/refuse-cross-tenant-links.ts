import type { CollectionBeforeChangeHook, Field, PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'
import { boundTo } from '@/platform/access/bound'
import { principalOf } from '@/platform/access/principal'
import type { BranchStep } from '@/platform/access/scope'
import { branchOf } from '@/platform/access/sql'
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
  return async ({ collection, data, originalDoc, req }) => {
    if (!data['tree']) return data
    await mustStayInBranch(meta, data, originalDoc as Row | undefined, req)
    for (const pointer of pointersOf(collection.fields)) {
      const value = data[pointer.name] as unknown
      if (typeof value === 'string') await mustBeOurs(meta, pointer, value, data, req)
    }
    return data
  }
}

// Who is bound to branches gives nothing away: the branch, or the pointer that leads to it, names one of these afterwards, too.
async function mustStayInBranch(meta: CollectionMeta, data: Row, before: Row | undefined, req: PayloadRequest): Promise<void> {
  const field = meta.branchThrough?.[0]?.field ?? (meta.hasBranch ? 'branch' : '')
  const id = idOf(data[field])
  const bound = isNew(id, before?.[field]) ? boundBy(meta, data, req) : null
  if (bound !== null && !(await isOfBranch(meta, bound, id, req))) refuseLink(field)
}

async function isOfBranch({ branchThrough }: CollectionMeta, bound: readonly string[], id: unknown, req: PayloadRequest): Promise<boolean> {
  const [step, ...rest] = branchThrough ?? []
  return step ? leadsTo(bound, { table: step.table, rest, id }, req) : bound.includes(String(id))
}

function isNew(id: unknown, before: unknown): boolean {
  return id !== undefined && id !== idOf(before)
}

function boundBy({ write }: CollectionMeta, { organization }: Row, req: PayloadRequest): readonly string[] | null {
  const principal = principalOf(req.user)
  return principal && write !== null ? boundTo(principal, String(organization), write) : null
}

async function leadsTo(branches: readonly string[], { table, rest, id }: { table: string; rest: readonly BranchStep[]; id: unknown }, req: PayloadRequest): Promise<boolean> {
  const sql = `select 1 from ${table} t where t.id = $1::uuid and ${branchOf(rest, 't')} = any($2::uuid[])`
  return (await (await clientOf(req)).query(sql, [id, branches])).rowCount !== 0
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
  if (rowCount === 0) refuseLink(name)
}

function refuseLink(name: string): never {
  return refuse('CROSS_TENANT', { noun: `The value of ${name}` }, [{ path: name, message: 'No such row in this organization.' }])
}

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
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
