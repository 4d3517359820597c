import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import type { EventDefinition } from '@/kernel/event'
import { endSessionsBelow } from '@/domain/identity'
import { dealerActivated, dealerReinstated, dealerSuspended, dealerTerminated } from '@/domain/network/events'
import type { DealerRow, OrganizationRow } from '@/domain/network/rows'
import { dealerMachine } from '@/domain/network/status'
import { defineOperation, type Context } from '@/platform/operation'

const Id = z.strictObject({ id: z.uuid() })
const WithReason = z.strictObject({ id: z.uuid(), reason: z.string().trim().min(1).max(400) })

/** Lets a new dealer's people sign in and order. */
export const activateDealer = defineOperation({
  name: 'dealer.activate',
  permission: 'dealer.approve',
  summary: 'Activate a dealer',
  input: Id,
  run: async (ctx, { id }) => {
    const dealer = await step(ctx, id, 'activate', 'active')
    announce(ctx, dealer, dealerActivated, {})
    return { dealer: id, status: 'active' as const }
  },
})

/** Cuts a dealer off: its people and those below it are signed out and cannot order, in one transaction. */
export const suspendDealer = defineOperation({
  name: 'dealer.suspend',
  permission: 'dealer.suspend',
  summary: 'Suspend a dealer',
  input: WithReason,
  run: async (ctx, { id, reason }) => {
    const dealer = await step(ctx, id, 'suspend', 'suspended')
    announce(ctx, dealer, dealerSuspended, { reason })
    return { dealer: id, status: 'suspended' as const }
  },
})

/** Lets a suspended dealer work again. */
export const reinstateDealer = defineOperation({
  name: 'dealer.reinstate',
  permission: 'dealer.suspend',
  summary: 'Reinstate a dealer',
  input: Id,
  run: async (ctx, { id }) => {
    const dealer = await step(ctx, id, 'reinstate', 'active')
    announce(ctx, dealer, dealerReinstated, {})
    return { dealer: id, status: 'active' as const }
  },
})

/** Ends the relation for good; what was agreed and billed stays. Dealers below it must be moved or ended first. */
export const terminateDealer = defineOperation({
  name: 'dealer.terminate',
  permission: 'dealer.terminate',
  summary: 'Terminate a dealer',
  input: WithReason,
  run: async (ctx, { id, reason }) => {
    const dealer = await step(ctx, id, 'terminate', 'terminated')
    announce(ctx, dealer, dealerTerminated, { reason })
    return { dealer: id, status: 'terminated' as const }
  },
})

type Verb = keyof typeof dealerMachine.transitions

async function step(ctx: Context, id: string, verb: Verb, organizationStatus: OrganizationRow['status']): Promise<DealerRow> {
  const dealer = await ctx.lock<DealerRow>('dealers', id)
  ctx.transition(dealerMachine, 'dealers', { ...dealer, noun: 'Dealer', number: dealer.code }, verb)
  const [party] = await ctx.lockMany<OrganizationRow>('organizations', [dealer.party])
  if (!party) return refuse('NOT_FOUND', { noun: 'The organization of the dealer' })
  if (organizationStatus === 'terminated') await mustHaveNobodyBelow(ctx, party)
  ctx.update('organizations', party.id, { status: organizationStatus })
  if (organizationStatus !== 'active') await endSessionsBelow(ctx, party.path.split('/').filter(Boolean))
  return dealer
}

async function mustHaveNobodyBelow(ctx: Context, party: OrganizationRow): Promise<void> {
  const below = await ctx.find<OrganizationRow>('organizations', { parent: party.id })
  if (below.some((one) => one.status !== 'terminated')) {
    refuse('CONFLICT', { reason: `${party.name} has dealers below it; terminate or move them first.` })
  }
}

function announce<S extends z.ZodType>(ctx: Context, dealer: DealerRow, event: EventDefinition<S>, more: { reason?: string }): void {
  const { id, party, code, name, organization } = dealer
  const data = { dealer: id, party, code, name, ...more } as z.input<S>
  ctx.emit(event, { type: 'dealers', id, organization, counterparty: party }, data)
}
