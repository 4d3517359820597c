import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'
import { lockedInOrder } from '@/platform/locks'

/** What finance knows of a dealer's credit; amounts in minor units of the seller's currency. */
export type CreditStanding = {
  /** HQ's row of the dealer */
  readonly dealer: string
  readonly name: string
  readonly code: string
  readonly status: string
  /** the seller's branch that looks after the dealer */
  readonly branch: string | null
  /** null: no limit */
  readonly limitMinor: number | null
  /** null: the seller's default terms */
  readonly termsDays: number | null
  readonly currency: string
}

/** Open money between the two, as finance counts it. */
export type OpenMoney = {
  /** open amounts of posted invoices */
  readonly receivableMinor: number
  /** cleared payments and credit notes not allocated yet */
  readonly unappliedMinor: number
}

const LOCK = `
select d.id as dealer, d.name, d.code, d.status, d.branch_id as branch, d.credit_limit_minor::float8 as "limitMinor", d.terms_days::float8 as "termsDays", o.currency
from dealers d join organizations o on o.id = d.organization_id
where d.organization_id = $1::uuid and d.party_id = $2::uuid${lockedInOrder('d')}`

/** Open money between a seller and a buyer in one currency: what is owed and what is left of payments and credit notes. */
export const OPEN_MONEY = `
select
  coalesce((select sum(i.open_minor) from invoices i where i.organization_id = $1::uuid and i.counterparty_id = $2::uuid
    and i.currency = $3 and i.kind = 'invoice' and i.status = 'posted' and i.open_minor > 0), 0)::float8 as "receivableMinor",
  (coalesce((select sum(c.open_minor) from invoices c where c.organization_id = $1::uuid and c.counterparty_id = $2::uuid
    and c.currency = $3 and c.kind = 'credit-note' and c.status = 'posted' and c.open_minor > 0), 0)
  + coalesce((select sum(p.unapplied_minor) from payments p where p.organization_id = $1::uuid and p.counterparty_id = $2::uuid
    and p.currency = $3 and p.direction = 'in' and p.status = 'cleared'), 0))::float8 as "unappliedMinor"`

/**
 * Locks the dealer's row (S16). It is the first lock of every transaction that moves money between the two, so whoever
 * holds it sees sums that nobody changes until commit. Refuses NOT_FOUND for no dealer.
 */
export async function lockCredit(
  ctx: Pick<Context, 'rows'>,
  { seller, buyer }: { seller: string; buyer: string },
): Promise<CreditStanding> {
  const [dealer] = await ctx.rows<CreditStanding>(LOCK, [seller, buyer], 'tf_credit_lock')
  return dealer ?? refuse('NOT_FOUND', { noun: 'The dealer' })
}

/**
 * Locks the credit for a document that raises the exposure, and reads it only where there is a limit.
 * @param pledged SQL for what counts beside finance's own sums, in minor units; $1 is the seller, $2 the buyer
 */
export async function lockCreditFor(
  ctx: Pick<Context, 'rows'>,
  { seller, buyer, pledged }: { seller: string; buyer: string; pledged: { name: string; sql: string } },
): Promise<CreditStanding & OpenMoney & { readonly pledgedMinor: number }> {
  const dealer = await lockCredit(ctx, { seller, buyer })
  if (dealer.limitMinor === null) return { ...dealer, receivableMinor: 0, unappliedMinor: 0, pledgedMinor: 0 }
  // A statement of its own: it must see what was committed while the first one waited for the lock.
  const text = `${OPEN_MONEY}, (${pledged.sql})::float8 as "pledgedMinor"`
  const [sums] = await ctx.rows<OpenMoney & { pledgedMinor: number }>(
    text,
    [seller, buyer, dealer.currency],
    `tf_credit_${pledged.name}`,
  )
  return {
    ...dealer,
    receivableMinor: sums?.receivableMinor ?? 0,
    unappliedMinor: sums?.unappliedMinor ?? 0,
    pledgedMinor: sums?.pledgedMinor ?? 0,
  }
}
