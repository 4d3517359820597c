import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { checkedCustom } from '@/domain/core'
import { holdsHere } from '@/domain/identity'
import { dealerActivated, dealerCreated } from '@/domain/network/events'
import { foundParty } from '@/domain/network/found-party'
import { partyShape } from '@/domain/network/inputs'
import { lookingAfter } from '@/domain/network/looking-after'
import { mustBeOurs } from '@/domain/network/pointers'
import type { OrganizationRow } from '@/domain/network/rows'
import type { OrganizationFacts } from '@/platform/access/principal'
import { defineOperation, type Context } from '@/platform/operation'

/**
 * Creates a dealer: its organization below HQ or below a parent dealer, what HQ decides about it, its first address and
 * its first person. Until it is active its people see nothing and cannot order.
 */
export const createDealer = defineOperation({
  name: 'dealer.create',
  permission: 'dealer.create',
  scope: 'organization',
  summary: 'Create a dealer',
  input: z.strictObject({
    ...partyShape,
    parent: z.uuid().optional().describe('The organization of the dealer it belongs to; HQ when left out.'),
    accountNumber: z.string().trim().max(40).optional(),
    tier: z.uuid().optional(),
    territory: z.uuid().optional(),
    branch: z.uuid().optional().describe('The branch of HQ that looks after it; that of a person bound to one.'),
    priceList: z.uuid().optional(),
    creditLimitMinor: z.int().min(0).nullish(),
    termsDays: z.int().min(0).max(365).default(30),
    activate: z.boolean().default(false),
    custom: z.record(z.string().max(40), z.unknown()).nullish(),
  }),
  run: async (ctx, { parent, activate, address, person, currency, zone, locale, ...given }) => {
    const hq = ctx.organization
    const terms = { ...given, branch: lookingAfter(ctx, hq.id, given.branch) }
    if (activate && !holdsHere(ctx, 'dealer.approve')) refuse('PERMISSION_REFUSED', { permission: 'dealer.approve' })
    await mustBeOurs(ctx, hq.id, terms)
    const above = await parentOf(ctx, hq, parent)
    const party = { code: terms.code, name: terms.name, currency, zone, locale, address, person }
    const founded = await foundParty(ctx, above, 'dealer', party, activate ? 'active' : 'suspended')
    const status = activate ? 'active' : 'pending'
    const custom = await checkedCustom(ctx, { organization: hq.id, collection: 'dealers' }, { given: terms.custom })
    const dealer = ctx.insert('dealers', { ...terms, custom, organization: hq.id, tree: hq.tree, party: founded.party, status })
    const subject = { type: 'dealers', id: dealer, organization: hq.id, counterparty: founded.party }
    const data = { dealer, party: founded.party, code: terms.code, name: terms.name }
    ctx.emit(dealerCreated, subject, data)
    if (activate) ctx.emit(dealerActivated, subject, data)
    return { dealer, status, ...founded }
  },
})

async function parentOf(ctx: Context, hq: OrganizationFacts, parent: string | undefined): Promise<OrganizationFacts> {
  if (!parent) return hq
  const [row] = await ctx.find<OrganizationRow>('organizations', { id: parent, tree: hq.tree, kind: 'dealer' })
  if (!row || row.status === 'terminated') return refuse('NOT_FOUND', { noun: 'The parent dealer' })
  return ctx.organizationFacts(parent)
}
