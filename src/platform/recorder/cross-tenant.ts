import type { Payload } from 'payload'
import type { PoolClient } from 'pg'
import type { Principal } from '@/platform/access/principal'
import type { RequestFacts } from '@/platform/http/request-facts'
import { metaOf, tableOf, type CollectionMeta } from '@/platform/payload/meta'
import { signalOf, type Signal } from '@/platform/recorder/signal'

/** A row somebody asked for by its id and was told that it was not found. */
export interface Missed {
  principal: Principal
  id: string
  request: Pick<RequestFacts, 'ip' | 'agent'>
  path: string
}

interface FoundRow {
  id: string
  collection: string
  organization: string | null
  tree: string | null
  counterparty: string | null
}

/**
 * Which of the rows that were "not found" exist at another tenant. The answer to the person was the same either way; it
 * is looked up afterwards, so that neither the answer nor the time it took tells anything.
 */
export async function crossTenant(payload: Payload, client: PoolClient, missed: readonly Missed[]): Promise<Signal[]> {
  if (missed.length === 0) return []
  const ids = [...new Set(missed.map((one) => one.id))]
  const { rows } = await client.query<FoundRow>({ name: 'tf_missed_rows', text: lookup(payload), values: [ids] })
  return missed.flatMap((one) => {
    const row = rows.find((found) => found.id === one.id)
    if (!row || isOwn(one.principal, row)) return []
    const facts = { collection: row.collection, id: one.id, path: one.path }
    return [signalOf('cross-tenant', { principal: one.principal, request: one.request, facts })]
  })
}

/** Rows of one's own organizations that lack a permission or the right side are no other tenant's. */
function isOwn({ memberships }: Principal, { organization, tree, counterparty }: FoundRow): boolean {
  return memberships.some(({ organization: own, below }) => {
    const mine = [own.id, ...own.path, ...below]
    if (own.id === own.tree && own.tree === tree) return true
    return [organization, counterparty].some((one) => one !== null && mine.includes(one))
  })
}

const texts = new WeakMap<object, string>()

function lookup(payload: Payload): string {
  const known = texts.get(payload.db)
  if (known) return known
  const parts = Object.values(payload.collections).flatMap(({ config }) => {
    const meta = metaOf(config)
    return meta && !['installation', 'user'].includes(meta.tenancy) ? [partOf(meta)] : []
  })
  const text = `select w.id, x.* from unnest($1::uuid[]) w(id) cross join lateral (${parts.join(' union all ')}) x`
  texts.set(payload.db, text)
  return text
}

function partOf({ slug, tenancy }: CollectionMeta): string {
  const owner = tenancy === 'organization' ? 'id' : 'organization_id'
  const other = tenancy === 'two-party' ? 'counterparty_id' : 'null::uuid'
  return `select '${slug}' as collection, ${owner} as organization, tree_id as tree, ${other} as counterparty from "${tableOf(slug)}" t where t.id = w.id`
}
