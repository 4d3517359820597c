import { dealerPage } from '@/domain/network/queries/dealers'
import { dealerMachine } from '@/domain/network/status'
import { actionsFor, type Action } from '@/platform/actions'
import type { Reader } from '@/platform/reader'

const REASON = [{ name: 'reason', label: 'Reason', type: 'note', required: true }] as const

/** What the reader may do with a dealer now. */
export async function dealerActions(reader: Reader, id: string): Promise<Action[]> {
  const dealer = await dealerPage(reader, id)
  const row = { id: dealer.id, status: dealer.status, number: dealer.code, organization: dealer.organization, tree: dealer.tree }
  return actionsFor(reader, 'dealers', row, {
    machine: dealerMachine,
    noun: 'Dealer',
    extras: { suspend: { fields: REASON }, terminate: { fields: REASON } },
  })
}
