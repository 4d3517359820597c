import { z } from 'zod'
import { defineEvent } from '@/kernel/event'

const Dealer = z.object({ dealer: z.string(), party: z.string(), code: z.string(), name: z.string() })

export const dealerCreated = defineEvent({ name: 'dealer.created', external: true, description: 'A dealer was created.', schema: Dealer })
export const dealerUpdated = defineEvent({
  name: 'dealer.updated',
  external: true,
  description: 'Tier, territory, terms, credit or price list of a dealer were changed.',
  schema: Dealer.extend({ fields: z.array(z.string()) }),
})
export const dealerActivated = defineEvent({ name: 'dealer.activated', external: true, description: 'A dealer may sign in and order.', schema: Dealer })
export const dealerSuspended = defineEvent({
  name: 'dealer.suspended',
  external: true,
  description: 'A dealer was suspended; its people were signed out.',
  schema: Dealer.extend({ reason: z.string() }),
})
export const dealerReinstated = defineEvent({ name: 'dealer.reinstated', external: true, description: 'A suspended dealer may work again.', schema: Dealer })
export const dealerTerminated = defineEvent({
  name: 'dealer.terminated',
  external: true,
  description: 'The relation to a dealer ended for good.',
  schema: Dealer.extend({ reason: z.string() }),
})
export const supplierCreated = defineEvent({
  name: 'supplier.created',
  description: 'A supplier was created.',
  schema: z.object({ supplier: z.string(), party: z.string(), code: z.string(), name: z.string() }),
})
export const supplierUpdated = defineEvent({
  name: 'supplier.updated',
  description: 'Name, contact or note of a supplier were changed.',
  schema: z.object({ supplier: z.string(), party: z.string(), code: z.string(), name: z.string(), fields: z.array(z.string()) }),
})
export const organizationUpdated = defineEvent({
  name: 'organization.updated',
  description: 'Name, branding, currency, zone or locale of an organization were changed.',
  schema: z.object({ organization: z.string(), name: z.string(), fields: z.array(z.string()) }),
})
export const domainAdded = defineEvent({
  name: 'domain.added',
  description: 'An organization named a portal domain that is to be proven.',
  schema: z.object({ host: z.string() }),
})
export const domainVerified = defineEvent({
  name: 'domain.verified',
  description: 'A portal domain was proven; its visitors see the look of the organization.',
  schema: z.object({ host: z.string(), method: z.enum(['dns', 'file']) }),
})
export const domainRemoved = defineEvent({
  name: 'domain.removed',
  description: 'A portal domain was taken away.',
  schema: z.object({ host: z.string() }),
})
const domainTrouble = z.object({ host: z.string(), organizationName: z.string(), problem: z.string(), failures: z.int() })
export const domainFailing = defineEvent({
  name: 'domain.failing',
  description: 'The daily check of a proven portal domain did not find the proof; it still counts.',
  schema: domainTrouble.extend({ left: z.int() }),
})
export const domainLost = defineEvent({
  name: 'domain.lost',
  description: 'A portal domain failed so many daily checks that it counts for nothing until it is proven again.',
  schema: domainTrouble,
})
export const dealerWithdrawn = defineEvent({
  name: 'dealer.withdrawn',
  description: 'A dealer that was created by mistake was taken back before anything was done with it.',
  schema: z.object({ dealer: z.string(), code: z.string(), name: z.string() }),
})
