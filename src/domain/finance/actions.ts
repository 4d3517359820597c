import { invoiceMachine, paymentMachine } from '@/domain/finance/status'
import { actionsFor, type Action, type ActionExtra, type ActionField, type ActionRow } from '@/platform/actions'
import type { Reader } from '@/platform/reader'

const reason: ActionField = { name: 'reason', label: 'Reason', type: 'note', required: true }

type InvoiceFacts = ActionRow & { kind: string; totalMinor: number; openMinor: number }

/** What the reader may do with an invoice now, and why not. */
export function invoiceActions(
  reader: Reader,
  row: InvoiceFacts,
  credits: readonly { number: string | null; status: string; totalMinor: number }[],
): Action[] {
  const isCreditNote = row.kind === 'credit-note'
  const extras: Record<string, ActionExtra> = {
    void: { fields: [reason], tone: 'danger', reason: isCreditNote ? null : voidReason(row, credits) },
    credit: {
      label: 'Credit',
      needs: 'invoice.credit',
      side: 'owner',
      from: ['posted'],
      fields: [{ name: 'lines', label: 'Lines', type: 'lines' }, reason],
      confirm: 'A credit note is posted and settles the invoice as far as it is open.',
      reason: isCreditNote ? 'A credit note cannot be credited; void it instead.' : creditReason(row, credits),
    },
    ...(isCreditNote ? { 'apply-credit': applyExtra(row) } : {}),
    send: { label: 'Send again', needs: 'invoice.post', side: 'owner', from: ['posted'] },
    annotate: {
      label: 'Edit notes',
      needs: 'invoice.draft',
      side: 'owner',
      fields: [
        { name: 'note', label: 'Note for the buyer', type: 'note' },
        { name: 'internalNote', label: 'Internal note', type: 'note' },
      ],
    },
    delete: {
      label: 'Delete',
      needs: 'invoice.draft',
      side: 'owner',
      tone: 'danger',
      from: ['draft'],
      confirm: 'The draft and its lines are removed.',
    },
  }
  return actionsFor(reader, 'invoices', row, {
    machine: invoiceMachine,
    noun: isCreditNote ? 'Credit note' : 'Invoice',
    extras,
  })
}

/** What the reader may do with a payment now, and why not. */
export function paymentActions(
  reader: Reader,
  row: ActionRow & { unappliedMinor: number; amountMinor: number },
): Action[] {
  const side = 'owner' as const
  const extras: Record<string, ActionExtra> = {
    reverse: { fields: [reason], tone: 'danger' },
    allocate: {
      label: 'Allocate',
      needs: 'payment.allocate',
      side,
      from: ['cleared'],
      reason: row.unappliedMinor > 0 ? null : 'All of it is allocated.',
    },
    unallocate: {
      label: 'Take an allocation back',
      needs: 'payment.allocate',
      side,
      from: ['cleared'],
      fields: [
        { name: 'invoice', label: 'Invoice', type: 'choice', required: true, source: '/invoices' },
        { name: 'amountMinor', label: 'Amount', type: 'amount' },
      ],
      reason: row.unappliedMinor < row.amountMinor ? null : 'Nothing of it is allocated.',
    },
  }
  return actionsFor(reader, 'payments', row, { machine: paymentMachine, noun: 'Payment', extras })
}

function applyExtra(row: InvoiceFacts): ActionExtra {
  const left = row.openMinor > 0 ? null : 'Nothing of it is left.'
  return { label: 'Settle invoices', needs: 'payment.allocate', side: 'owner', from: ['posted'], reason: left }
}

function voidReason(row: InvoiceFacts, credits: readonly { number: string | null; status: string }[]): string | null {
  const posted = credits.filter((note) => note.status === 'posted')
  if (posted.length > 0) return `It was credited by ${posted.map((note) => note.number).join(', ')}; void that first.`
  return row.openMinor === row.totalMinor ? null : 'Money is allocated to it; take the allocation back first.'
}

function creditReason(row: InvoiceFacts, credits: readonly { status: string; totalMinor: number }[]): string | null {
  const credited = credits.filter((note) => note.status === 'posted').reduce((sum, note) => sum + note.totalMinor, 0)
  return row.totalMinor > 0 && credited >= row.totalMinor ? 'Everything of it is credited already.' : null
}
