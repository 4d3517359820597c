import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

/** A supplier as HQ keeps it. */
export interface SupplierView {
  id: string
  organization: string
  party: string
  partySlug: string
  code: string
  name: string
  status: string
  phone: string | null
  email: string | null
  createdAt: Date
}

export interface SupplierPage extends SupplierView {
  internalNote: string | null
  revision: number
  addresses: { id: string; label: string; line1: string; city: string; region: string | null; postalCode: string | null; country: string }[]
  members: number
}

export interface SuppliersWish {
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

const COLUMNS = `s.id, s.organization_id as organization, s.party_id as party, o.slug as "partySlug", s.code, s.name, s.status, s.phone, s.email,
  s.created_at as "createdAt"`
const FROM = 'suppliers s join organizations o on o.id = s.party_id'
const PAGE = `s.internal_note as "internalNote", s.revision::float8 as revision,
  coalesce((select json_agg(json_build_object('id', a.id, 'label', a.label, 'line1', a.line1, 'city', a.city, 'region', a.region,
    'postalCode', a.postal_code, 'country', a.country) order by a.id) from addresses a where a.organization_id = s.party_id and a.archived_at is null), '[]') as addresses,
  (select count(*)::int from memberships m where m.organization_id = s.party_id and m.status <> 'ended') as members`

/** The suppliers the reader keeps, by name. */
export async function listSuppliers(reader: Reader, { q, cursor, limit }: SuppliersWish): Promise<Page<SupplierView>> {
  const to = bindings()
  const where = [sqlOf(reader.reach('suppliers'), 's', to)]
  if (q) {
    const like = to.bind(`%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
    where.push(`(s.name ilike ${like} or s.code ilike ${like})`)
  }
  if (cursor) {
    const [name, id] = readCursor(cursor)
    where.push(`(lower(s.name), s.id::text) > (${to.bind(name)}, ${to.bind(id)})`)
  }
  const text = `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by lower(s.name), s.id::text limit ${to.bind(limit + 1)}`
  return pageOf(await reader.rows<SupplierView>(text, to.values), limit, (row) => [row.name.toLowerCase(), row.id])
}

/** One supplier with its addresses and how many people it has. Refuses NOT_FOUND for what is not reached. */
export async function supplierPage(reader: Reader, id: string): Promise<SupplierPage> {
  const to = bindings([id])
  const scope = sqlOf(reader.reach('suppliers'), 's', to)
  const [supplier] = await reader.rows<SupplierPage>(`select ${COLUMNS}, ${PAGE} from ${FROM} where s.id = $1::uuid and ${scope}`, to.values)
  return supplier ?? refuse('NOT_FOUND', { noun: 'The supplier' })
}
