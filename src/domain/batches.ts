import { postInvoice, voidInvoice } from '@/domain/finance'
import { reinstateMember, removeMember, resendInvitation, suspendMember } from '@/domain/identity'
import { activateDealer, reinstateDealer, suspendDealer, terminateDealer } from '@/domain/network'
import { cancelOrder, closeOrder, confirmOrder } from '@/domain/sales'
import { defineBatch, type BatchDefinition } from '@/kernel/batch'
import type { Operation } from '@/platform/operation'

type Given = Omit<BatchDefinition, 'collection' | 'does' | 'called' | 'needs'>

const deed = (collection: string, called: string) => (operation: unknown, given: Given) =>
  defineBatch<Operation>({ ...given, collection, called, does: { operation: operation as Operation }, needs: (operation as Operation).permission ?? '' })
const change = (collection: string, called: string, needs: string) => (values: Record<string, unknown>, given: Given) =>
  defineBatch<Operation>({ ...given, collection, called, needs, does: { values } })

const order = deed('orders', "coalesce(t.number, 'Draft')")
const invoice = deed('invoices', "coalesce(t.number, 'Draft')")
const dealer = deed('dealers', "t.code || ' ' || t.name")
const member = deed('memberships', 't.person_name')
const invitation = deed('invitations', 't.email')
const product = change('products', 't.name', 'product.write')
const variant = change('variants', 't.sku', 'product.write')

/** What can be done to many rows at once, by list; each row goes through its operation with the person's rights. */
export const batchDefinitions: readonly BatchDefinition<Operation>[] = [
  order(confirmOrder, { verb: 'confirm', label: 'Confirm', asks: 'confirm' }),
  order(closeOrder, { verb: 'close', label: 'Close', asks: 'confirm' }),
  order(cancelOrder, { verb: 'cancel', label: 'Cancel orders', asks: 'reason', isDangerous: true }),
  invoice(postInvoice, { verb: 'post', label: 'Post', asks: 'confirm' }),
  invoice(voidInvoice, { verb: 'void', label: 'Void', asks: 'reason', isDangerous: true }),
  dealer(activateDealer, { verb: 'activate', label: 'Activate', asks: 'confirm' }),
  dealer(suspendDealer, { verb: 'suspend', label: 'Suspend', asks: 'reason', isDangerous: true }),
  dealer(reinstateDealer, { verb: 'reinstate', label: 'Reinstate', asks: 'confirm' }),
  dealer(terminateDealer, { verb: 'terminate', label: 'Terminate', asks: 'reason', isDangerous: true }),
  member(suspendMember, { verb: 'suspend', label: 'Suspend', asks: 'confirm', isDangerous: true }),
  member(reinstateMember, { verb: 'reinstate', label: 'Reinstate', asks: 'confirm' }),
  member(removeMember, { verb: 'remove', label: 'Remove', asks: 'confirm', isDangerous: true }),
  invitation(resendInvitation, { verb: 'resend', label: 'Send again', asks: 'confirm' }),
  product({ status: 'active' }, { verb: 'publish', label: 'Publish', asks: 'confirm' }),
  product({ status: 'discontinued' }, { verb: 'discontinue', label: 'Discontinue', asks: 'confirm' }),
  product({ status: 'archived' }, { verb: 'archive', label: 'Archive', asks: 'confirm', isDangerous: true }),
  variant({ status: 'active' }, { verb: 'publish', label: 'Publish', asks: 'confirm' }),
  variant({ status: 'discontinued' }, { verb: 'discontinue', label: 'Discontinue', asks: 'confirm' }),
]

/** The deed of a list by its verb. */
export function batchOf(collection: string, verb: string): BatchDefinition<Operation> | undefined {
  return batchDefinitions.find((one) => one.collection === collection && one.verb === verb)
}
