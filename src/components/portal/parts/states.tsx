import { invoiceMachine, paymentMachine } from '@/domain/finance/status'
import { orderMachine, shipmentMachine } from '@/domain/sales/status'
import { StatusBadge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'

/** The state of an order in the machine's words and tone. */
export const OrderState = ({ status }: { status: string }) => <StatusBadge {...stateOf(orderMachine.states, status)} />

/** The state of a shipment; "dispatched" is what is on its way. */
export const ShipmentState = ({ status }: { status: string }) => (
  <StatusBadge {...(status === 'dispatched' ? { label: 'On its way', tone: 'info' } : stateOf(shipmentMachine.states, status))} />
)

/** The state of a payment. */
export const PaymentState = ({ status }: { status: string }) => <StatusBadge {...stateOf(paymentMachine.states, status)} />

/** What a buyer wants to know of an invoice: is it to be paid, and is it late. */
export function InvoiceState(invoice: { kind: string; status: string; settlement: string; isOverdue?: boolean }) {
  return <StatusBadge {...invoiceWord(invoice)} />
}

function invoiceWord({ kind, status, settlement, isOverdue }: { kind: string; status: string; settlement: string; isOverdue?: boolean }): { label: string; tone: Tone } {
  if (status !== 'posted') return stateOf(invoiceMachine.states, status)
  if (kind === 'credit-note') return settlement === 'paid' ? { label: 'Used', tone: 'neutral' } : { label: 'Credit', tone: 'info' }
  if (isOverdue) return { label: 'Overdue', tone: 'danger' }
  if (settlement === 'paid') return { label: 'Paid', tone: 'success' }
  return settlement === 'partial' ? { label: 'Partly paid', tone: 'warning' } : { label: 'Open', tone: 'warning' }
}

function stateOf(states: Readonly<Record<string, { label: string; tone: Tone }>>, status: string): { label: string; tone: Tone } {
  const { label, tone } = states[status] ?? { label: status, tone: 'neutral' as const }
  return { label, tone }
}
