import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { dealerWithdrawn } from '@/domain/network/events'
import type { DealerRow } from '@/domain/network/rows'
import { defineOperation, type Context } from '@/platform/operation'

// Whatever a dealer does leaves a row that points to its organization; each of these is a reason to keep it.
const USED = `select case
  when exists (select 1 from memberships where organization_id = $1::uuid) then 'people'
  when exists (select 1 from organizations where parent_id = $1::uuid) then 'dealers below it'
  when exists (select 1 from orders where counterparty_id = $1::uuid or organization_id = $1::uuid) then 'orders'
  when exists (select 1 from invoices where counterparty_id = $1::uuid) then 'invoices'
  when exists (select 1 from payments where counterparty_id = $1::uuid) then 'payments'
  when exists (select 1 from carts where organization_id = $1::uuid) then 'a cart'
  when exists (select 1 from price_lists where party_id = $1::uuid) then 'a price list' end as by`

/**
 * Takes back a dealer that was created by mistake, as long as nothing was done with it: record and addresses go. Events
 * and the audit log point to its organization, so that stays as a terminated one and gives code and address free.
 */
export const withdrawDealer = defineOperation({
  name: 'dealer.withdraw',
  permission: 'dealer.create',
  summary: 'Take back a dealer that was created by mistake',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const dealer = await ctx.lock<DealerRow>('dealers', id)
    await mustBeUnused(ctx, dealer)
    const addresses = await ctx.find<{ id: string }>('addresses', { organization: dealer.party })
    await ctx.lockMany('addresses', addresses.map((one) => one.id))
    await ctx.lockMany('organizations', [dealer.party])
    for (const address of addresses) ctx.remove('addresses', address.id)
    ctx.remove('dealers', id)
    const husk = `gone-${dealer.party.slice(-12)}`
    ctx.update('organizations', dealer.party, { status: 'terminated', code: husk.toUpperCase(), slug: husk })
    const { code, name, organization } = dealer
    ctx.emit(dealerWithdrawn, { type: 'dealers', id, organization }, { dealer: id, code, name })
    return { dealer: id }
  },
})

async function mustBeUnused(ctx: Context, { party, name }: DealerRow): Promise<void> {
  const [found] = await ctx.rows<{ by: string | null }>(USED, [party])
  if (found?.by) refuse('CONFLICT', { reason: `${name} has ${found.by} already; terminate it instead.` })
}
