import { dealerPage } from '@/domain/network/queries/dealers'
import { dealerMachine } from '@/domain/network/status'
import { actionsOf, defineActions, type Action } from '@/platform/actions'
import type { Reader } from '@/platform/reader'

const REASON = [{ name: 'reason', label: 'Reason', type: 'note', required: true }] as const

/** Dealers: what may be done with them. */
export const dealerActionSource = defineActions({
  slug: 'dealers',
  load: async (reader, id) => {
    const dealer = await dealerPage(reader, id)
    return { id: dealer.id, status: dealer.status, number: dealer.code, organization: dealer.organization, tree: dealer.tree, branch: dealer.branch?.id ?? null }
  },
  rules: () => ({ machine: dealerMachine, noun: 'Dealer', extras: { suspend: { fields: REASON }, terminate: { fields: REASON } } }),
})

/** What the reader may do with a dealer now. */
export async function dealerActions(reader: Reader, id: string): Promise<Action[]> {
  return actionsOf(dealerActionSource, reader, id)
}
