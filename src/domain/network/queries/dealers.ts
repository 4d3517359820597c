import { refuse } from '@/kernel/errors'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

export interface DealerView {
  id: string
  organization: string
  tree: string
  party: string
  partySlug: string
  parentName: string | null
  code: string
  name: string
  accountNumber: string | null
  status: string
  tier: { id: string; code: string; name: string } | null
  territory: { id: string; code: string; name: string } | null
  /** HQ's branch that looks after it */
  branch: { id: string; code: string; name: string } | null
  currency: string
  creditLimitMinor: number | null
  termsDays: number
  phone: string | null
  email: string | null
  createdAt: Date
}

export interface DealersWish {
  q?: string | undefined
  status?: string | undefined
  tier?: string | undefined
  territory?: string | undefined
  branch?: string | undefined
  sort: 'name' | 'code' | '-created'
  cursor?: string | undefined
  limit: number
}

const COLUMNS = `d.id, d.organization_id as organization, d.tree_id as tree, d.party_id as party, o.slug as "partySlug", p.name as "parentName",
  d.code, d.name, d.account_number as "accountNumber", d.status,
  case when t.id is null then null else json_build_object('id', t.id, 'code', t.code, 'name', t.name) end as tier,
  case when y.id is null then null else json_build_object('id', y.id, 'code', y.code, 'name', y.name) end as territory,
  case when x.id is null then null else json_build_object('id', x.id, 'code', x.code, 'name', x.name) end as branch,
  o.currency, d.credit_limit_minor::float8 as "creditLimitMinor", d.terms_days::float8 as "termsDays", d.phone, d.email, d.created_at as "createdAt"`

const FROM = `dealers d join organizations o on o.id = d.party_id
  left join organizations p on p.id = o.parent_id and p.id <> d.organization_id
  left join dealer_tiers t on t.id = d.tier_id left join territories y on y.id = d.territory_id
  left join branches x on x.id = d.branch_id`

const SORTS = {
  name: { column: 'lower(d.name)', sign: '>', order: 'lower(d.name), d.id', value: (row: DealerView) => row.name.toLowerCase() },
  code: { column: 'd.code', sign: '>', order: 'd.code, d.id', value: (row: DealerView) => row.code },
  // Ids are ordered by time.
  '-created': { column: 'd.id::text', sign: '<', order: 'd.id::text desc, d.id desc', value: (row: DealerView) => row.id },
} as const

/** Dealers the reader keeps, by name, code or newest first. */
export async function listDealers(reader: Reader, wish: DealersWish): Promise<Page<DealerView>> {
  const to = bindings()
  const where = conditions(reader, wish, to)
  const sort = SORTS[wish.sort]
  if (wish.cursor) {
    const [value, id] = readCursor(wish.cursor)
    where.push(`(${sort.column}, d.id::text) ${sort.sign} (${to.bind(value)}, ${to.bind(id)})`)
  }
  const text = `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by ${sort.order} limit ${to.bind(wish.limit + 1)}`
  const rows = await reader.rows<DealerView>(text, to.values)
  return pageOf(rows, wish.limit, (row) => [sort.value(row), row.id])
}

/** How many dealers match, counted up to 10,000. */
export async function countDealers(reader: Reader, wish: DealersWish): Promise<number> {
  const to = bindings()
  const where = conditions(reader, wish, to)
  const text = `select count(*)::int as n from (select 1 from dealers d where ${where.join(' and ')} limit 10000) x`
  const [row] = await reader.rows<{ n: number }>(text, to.values)
  return row?.n ?? 0
}

export interface DealerPage extends DealerView {
  revision: number
  priceList: { id: string; code: string; name: string } | null
  internalNote: string | null
  custom: Record<string, unknown> | null
  zone: string
  locale: string
  addresses: { id: string; label: string; line1: string; city: string; region: string | null; postalCode: string | null; country: string }[]
  members: number
}

const PAGE = `d.revision::float8 as revision, d.internal_note as "internalNote", d.custom, o.zone, o.locale,
  (select json_build_object('id', l.id, 'code', l.code, 'name', l.name) from price_lists l where l.id = d.price_list_id) as "priceList",
  coalesce((select json_agg(json_build_object('id', a.id, 'label', a.label, 'line1', a.line1, 'city', a.city, 'region', a.region,
    'postalCode', a.postal_code, 'country', a.country) order by a.id) from addresses a where a.organization_id = d.party_id and a.archived_at is null), '[]') as addresses,
  (select count(*)::int from memberships m where m.organization_id = d.party_id and m.status <> 'ended') as members`

/** One dealer with what HQ decides about it, its addresses and how many people it has; credit facts come from finance. */
export async function dealerPage(reader: Reader, id: string): Promise<DealerPage> {
  const to = bindings([id])
  const scope = sqlOf(reader.reach('dealers'), 'd', to)
  const [dealer] = await reader.rows<DealerPage>(`select ${COLUMNS}, ${PAGE} from ${FROM} where d.id = $1::uuid and ${scope}`, to.values)
  return dealer ?? refuse('NOT_FOUND', { noun: 'The dealer' })
}

function conditions(reader: Reader, { q, status, tier, territory, branch }: DealersWish, to: Bindings): string[] {
  const where = [sqlOf(reader.reach('dealers'), 'd', to)]
  if (q) {
    const like = to.bind(`%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
    where.push(`(d.name ilike ${like} or d.code ilike ${like} or d.account_number ilike ${like})`)
  }
  if (status) where.push(`d.status::text = ${to.bind(status)}`)
  if (tier) where.push(`d.tier_id = ${to.bind(tier)}::uuid`)
  if (territory) where.push(`d.territory_id = ${to.bind(territory)}::uuid`)
  if (branch) where.push(`d.branch_id = ${to.bind(branch)}::uuid`)
  return where
}
