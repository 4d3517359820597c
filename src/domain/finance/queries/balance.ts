import { OPEN_MONEY } from '@/domain/finance/credit'
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
import { sideOf } from '@/platform/access/scope'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** What a buyer owes a seller, in minor units of the seller's currency. */
export interface Balance {
  seller: string
  sellerName: string
  buyer: string
  currency: string
  openMinor: number
  overdueMinor: number
  overdueCount: number
  unappliedMinor: number
  /** orders that are not billed yet, from sales */
  orderedMinor: number
  /** null: no limit */
  limitMinor: number | null
  /** what can still be ordered; null: no limit */
  remainingMinor: number | null
  termsDays: number | null
}

const OVERDUE = `
select count(*)::int as count, coalesce(sum(open_minor), 0)::float8 as minor from invoices where organization_id = $1::uuid and counterparty_id = $2::uuid
  and currency = $3 and kind = 'invoice' and status = 'posted' and open_minor > 0 and due_on < $4`

const PARTIES = `
select o.id, o.name, o.tree_id as tree, o.currency, o.zone, d.credit_limit_minor::float8 as "limitMinor", d.terms_days::float8 as "termsDays"
from organizations o join dealers d on d.organization_id = o.id and d.party_id = $2::uuid where o.id = $1::uuid`

/**
 * The balance between a seller and a buyer, for the seller's people and for the buyer's own (S16, F5). `orderedMinor` is
 * the exposure of orders that sales knows. NOT_FOUND for everybody else.
 */
export async function balanceOf(reader: Reader, asked: { seller: string; buyer: string; orderedMinor: number }): Promise<Balance> {
  const { seller, buyer, orderedMinor } = asked
  const [dealer] = await reader.rows<Dealer>(PARTIES, [seller, buyer], 'tf_balance_parties')
  const side = dealer && sideOf(reader.reach('invoices'), { organization: seller, tree: dealer.tree, counterparty: buyer, sharedAt: reader.now })
  if (!dealer || !side) return refuse('NOT_FOUND', { noun: 'The dealer' })
  const { currency, name: sellerName, limitMinor, termsDays } = dealer
  const [sums] = await reader.rows<{ receivableMinor: number; unappliedMinor: number }>(OPEN_MONEY, [seller, buyer, currency], 'tf_credit_sums')
  const today = businessDay(reader.now, dealer.zone)
  const [late] = await reader.rows<{ count: number; minor: number }>(OVERDUE, [seller, buyer, currency, today], 'tf_balance_overdue')
  const openMinor = sums?.receivableMinor ?? 0
  const unappliedMinor = sums?.unappliedMinor ?? 0
  return {
    ...{ seller, sellerName, buyer, currency, openMinor, unappliedMinor, orderedMinor, limitMinor, termsDays },
    overdueMinor: late?.minor ?? 0,
    overdueCount: late?.count ?? 0,
    remainingMinor: limitMinor === null ? null : limitMinor - openMinor - orderedMinor + unappliedMinor,
  }
}

interface Dealer {
  name: string
  tree: string
  currency: string
  zone: string
  limitMinor: number | null
  termsDays: number | null
}

/** The sellers an organization is a dealer of. */
export async function sellersOf(reader: Reader, buyer: string): Promise<string[]> {
  const rows = await reader.rows<{ seller: string }>(SELLERS, [buyer], 'tf_sellers_of')
  return rows.map((row) => row.seller)
}

/** Seller and buyer behind HQ's row of a dealer. NOT_FOUND for what the reader does not reach. */
export async function partyOf(reader: Reader, dealer: string): Promise<{ seller: string; buyer: string }> {
  const to = bindings([dealer])
  const [row] = await reader.rows<{ seller: string; buyer: string }>(
    `select d.organization_id as seller, d.party_id as buyer from dealers d where d.id = $1::uuid and ${sqlOf(reader.reach('dealers'), 'd', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The dealer' })
}

const SELLERS = 'select organization_id as seller from dealers where party_id = $1::uuid order by organization_id'
