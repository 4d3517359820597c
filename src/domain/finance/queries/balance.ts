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
  /** for the seller's people only; null: no limit */
  limitMinor?: number | null
  /** what can still be ordered; null: no limit */
  remainingMinor: number | null
  termsDays: number | null
}

const OVERDUE = `
select count(*)::int as "overdueCount", coalesce(sum(open_minor), 0)::float8 as "overdueMinor" from invoices where organization_id = $1::uuid and counterparty_id = $2::uuid
  and currency = $3 and kind = 'invoice' and status = 'posted' and open_minor > 0 and due_on < $4`

const PARTIES = `
select o.id, o.name, o.tree_id as tree, d.branch_id as branch, o.currency, o.zone, d.credit_limit_minor::float8 as "limitMinor", d.terms_days::float8 as "termsDays"
from organizations o join dealers d on d.organization_id = o.id and d.party_id = $2::uuid where o.id = $1::uuid`

/**
 * The balance between a seller and a buyer, for the seller's people and for the buyer's own (S16, F5). `orderedMinor` is
 * the exposure of orders that sales knows. NOT_FOUND for everybody else.
 */
export async function balanceOf(
  reader: Reader,
  asked: { seller: string; buyer: string; orderedMinor: number },
): Promise<Balance> {
  const { seller, buyer, orderedMinor } = asked
  const { name: sellerName, currency, zone, limitMinor, termsDays, side } = await dealerOf(reader, seller, buyer)
  const [open = NOTHING_OPEN] = await reader.rows<typeof NOTHING_OPEN>(
    OPEN_MONEY,
    [seller, buyer, currency],
    'tf_credit_sums',
  )
  const [late = NOTHING_LATE] = await reader.rows<typeof NOTHING_LATE>(
    OVERDUE,
    [seller, buyer, currency, businessDay(reader.now, zone)],
    'tf_balance_overdue',
  )
  const { receivableMinor: openMinor, unappliedMinor } = open
  return {
    ...{ seller, sellerName, buyer, currency, openMinor, unappliedMinor, orderedMinor, termsDays },
    ...late,
    ...(side === 'owner' ? { limitMinor } : {}),
    remainingMinor: limitMinor === null ? null : limitMinor - openMinor - orderedMinor + unappliedMinor,
  }
}

const NOTHING_OPEN = { receivableMinor: 0, unappliedMinor: 0 }
const NOTHING_LATE = { overdueCount: 0, overdueMinor: 0 }

async function dealerOf(
  reader: Reader,
  seller: string,
  buyer: string,
): Promise<Dealer & { side: 'owner' | 'counterparty' }> {
  const [dealer] = await reader.rows<Dealer>(PARTIES, [seller, buyer], 'tf_balance_parties')
  const side =
    dealer &&
    sideOf(reader.reach('invoices'), {
      organization: seller,
      tree: dealer.tree,
      branch: dealer.branch,
      counterparty: buyer,
      sharedAt: reader.now,
    })
  return dealer && side ? { ...dealer, side } : refuse('NOT_FOUND', { noun: 'The dealer' })
}

interface Dealer {
  name: string
  tree: string
  branch: string | null
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
