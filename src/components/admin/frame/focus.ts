import type { PayloadRequest, Where } from 'payload'
import { focusOn, type Focus } from '@/domain/network'
import { principalOf } from '@/platform/access/principal'
import type { FocusColumn } from '@/platform/access/scope'
import { all, eq, isIn } from '@/platform/access/where'
import { readerFor, type Reader } from '@/platform/reader'

type Query = Readonly<Record<string, unknown>> | null | undefined

/** Which field of a list says whom a row is about. What is not here is about nobody in particular: products, stock, settings. */
const FIELDS: Readonly<Record<string, { field: string; column: FocusColumn }>> = {
  ...Object.fromEntries(['orders', 'order-lines', 'shipments', 'shipment-lines', 'invoices', 'invoice-lines', 'payments', 'allocations'].map((slug) => [slug, { field: 'counterparty', column: 'counterparty_id' as const }])),
  ...Object.fromEntries(['memberships', 'invitations', 'branches', 'addresses', 'api-keys'].map((slug) => [slug, { field: 'organization', column: 'organization_id' as const }])),
  dealers: { field: 'party', column: 'party_id' },
  organizations: { field: 'id', column: 'id' },
}

/** Lists whose rows belong to a branch of the organization; `?branch=` narrows them. */
export const BRANCHED: ReadonlySet<string> = new Set(['orders', 'shipments', 'invoices', 'payments', 'dealers'])

/** The dealer or group the address of a page names (`?dealer=` or `?group=`), or null for all of them. */
export async function focusOf(reader: Reader, query: Query): Promise<Focus | null> {
  const asked = askedFor(query)
  return asked ? focusOn(reader, asked) : null
}

/** The condition of a list under the focus of its address; nobody's rows when it names nobody one may look at. */
export async function focusFilter(slug: string, req: PayloadRequest): Promise<Where | null> {
  const principal = principalOf(req.user)
  return principal ? focusCondition(slug, readerFor(req.payload, principal), req.query) : null
}

/** The same for readers that know the query otherwise: exports and deeds follow the list they stand above. */
export async function focusCondition(slug: string, reader: Reader, query: Query): Promise<Where | null> {
  const conditions = [await partyCondition(slug, reader, query), branchCondition(slug, query)].filter((one) => one !== null)
  const [only] = conditions
  return only && conditions.length === 1 ? only : only ? all(...conditions) : null
}

const NOBODY: Where = eq('id', '00000000-0000-0000-0000-000000000000')

async function partyCondition(slug: string, reader: Reader, query: Query): Promise<Where | null> {
  const known = FIELDS[slug]
  if (!known || !askedFor(query)) return null
  const focus = await focusOf(reader, query)
  return focus ? isIn(known.field, focus.organizations) : NOBODY
}

function branchCondition(slug: string, query: Query): Where | null {
  const branch = query?.['branch']
  if (!BRANCHED.has(slug) || typeof branch !== 'string' || branch === '') return null
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(branch) ? eq('branch', branch) : NOBODY
}

/** A reader whose queries speak about the organizations of the focus only. */
export function focusedReader(reader: Reader, focus: Focus | null): Reader {
  if (!focus) return reader
  const { organizations } = focus
  return {
    ...reader,
    reach: (slug, permission) => {
      const known = FIELDS[slug]
      const scope = reader.reach(slug, permission)
      return known ? { ...scope, focus: { column: known.column, organizations } } : scope
    },
  }
}

function askedFor(query: Query): { slug: string; isGroup: boolean } | null {
  const { dealer, group } = query ?? {}
  if (typeof group === 'string' && group !== '') return { slug: group.slice(0, 80), isGroup: true }
  return typeof dealer === 'string' && dealer !== '' ? { slug: dealer.slice(0, 80), isGroup: false } : null
}
