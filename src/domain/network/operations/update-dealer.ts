import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { checkedCustom } from '@/domain/core'
import { EmailInput } from '@/domain/identity'
import { dealerUpdated } from '@/domain/network/events'
import { lookingAfter } from '@/domain/network/looking-after'
import { mustBeOurs } from '@/domain/network/pointers'
import type { DealerRow } from '@/domain/network/rows'
import { defineOperation, type Context } from '@/platform/operation'

/** Changes what HQ decides about a dealer. A null empties a field; no credit limit means unlimited. */
export const updateDealer = defineOperation({
  name: 'dealer.update',
  permission: 'dealer.update',
  summary: 'Change tier, territory, terms, credit or price list of a dealer',
  input: z.strictObject({
    id: z.uuid(),
    revision: z.int().optional(),
    name: z.string().trim().min(1).max(160).optional(),
    accountNumber: z.string().trim().max(40).nullish(),
    tier: z.uuid().nullish(),
    territory: z.uuid().nullish(),
    branch: z.uuid().nullish().describe('The branch of HQ that looks after it. Documents that exist keep theirs.'),
    priceList: z.uuid().nullish(),
    creditLimitMinor: z.int().min(0).nullish(),
    termsDays: z.int().min(0).max(365).optional(),
    phone: z.string().trim().max(40).nullish(),
    email: EmailInput.nullish(),
    internalNote: z.string().max(4_000).nullish(),
    custom: z.record(z.string().max(40), z.unknown()).nullish(),
  }),
  run: async (ctx, { id, revision, ...input }) => {
    const dealer = await ctx.lock<DealerRow>('dealers', id)
    if (revision !== undefined && revision !== dealer.revision) refuse('STALE_REVISION', { noun: 'The dealer' })
    if (dealer.status === 'terminated') {
      refuse('STATE_REFUSED', { noun: 'Dealer', number: dealer.code, state: 'terminated', action: 'a change', from: 'pending, active or suspended' })
    }
    const changes = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
    if (input.custom !== undefined) changes['custom'] = await customOf(ctx, dealer, input.custom)
    await mustBeOurs(ctx, dealer.organization, input)
    if (input.branch !== undefined) changes['branch'] = lookingAfter(ctx, dealer.organization, input.branch)
    const fields = Object.keys(changes)
    if (fields.length === 0) return { dealer: id, revision: dealer.revision }
    ctx.update('dealers', id, changes)
    if (input.name) await renameParty(ctx, dealer.party, input.name)
    const { party, code, name, organization } = dealer
    ctx.emit(dealerUpdated, { type: 'dealers', id, organization, counterparty: party }, { dealer: id, party, code, name: input.name ?? name, fields })
    return { dealer: id, revision: dealer.revision + 1 }
  },
})

async function customOf(ctx: Context, { organization, custom }: DealerRow, given: unknown) {
  return checkedCustom(ctx, { organization, collection: 'dealers' }, { given, before: custom ?? null })
}

async function renameParty(ctx: Context, party: string, name: string): Promise<void> {
  await ctx.lockMany('organizations', [party])
  ctx.update('organizations', party, { name })
}
