import { refuse } from '@/kernel/errors'
import { businessDay, type Day } from '@/kernel/period'
import type { Reader } from '@/platform/reader'

/** Whose goods an organization looks at, and under which terms. HQ looks at its own, at base prices. */
export interface Market {
  seller: string
  buyer: string
  /** currency the seller's prices are read in */
  currency: string
  /** business day in the buyer's zone (S14) */
  on: Day
}

const MARKET = `
select s.id as seller, b.id as buyer, s.currency, b.zone
from organizations b join organizations s on s.id = coalesce((
  select d.organization_id from dealers d join organizations o on o.id = d.organization_id
  where d.party_id = b.id and o.id <> b.id and o.id = any(string_to_array(trim(both '/' from b.path), '/')::uuid[])
  order by length(o.path) desc limit 1), b.tree_id)
where b.id = $1::uuid`

/**
 * The market of an organization the principal is a member of: the nearest organization above that keeps a dealer record
 * for it sells. NOT_FOUND for a foreign organization.
 */
export async function marketOf(reader: Reader, organization: string): Promise<Market> {
  const isMember = reader.principal.memberships.some((one) => one.organization.id === organization || one.below.includes(organization))
  const [row] = isMember ? await reader.rows<Market & { zone: string }>(MARKET, [organization], 'tf_market') : []
  if (!row) return refuse('NOT_FOUND', { noun: 'The organization' })
  const { zone, ...market } = row
  return { ...market, on: businessDay(reader.now, zone) }
}
