import { invoiceMachine, paymentMachine } from '@/domain/finance/status'
import { refuse } from '@/kernel/errors'
import { actionsFor, defineActions, type Action, type ActionExtra, type ActionField, type ActionRow, type ActionRules } from '@/platform/actions'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

const reason: ActionField = { name: 'reason', label: 'Reason', type: 'note', required: true }

interface Credit {
  number: string | null
  status: string
  totalMinor: number
}

type InvoiceFacts = ActionRow & { kind: string; totalMinor: number; openMinor: number }
type PaymentFacts = ActionRow & { unappliedMinor: number; amountMinor: number }

const TENANT = `x.organization_id as organization, x.tree_id as tree, x.branch_id as branch, x.counterparty_id as counterparty,
  x.counterparty_branch_id as "counterpartyBranch", x.shared_at as "sharedAt", x.created_by_id as "createdBy"`

/** Invoices and credit notes: what may be done with them. */
export const invoiceActionSource = defineActions<InvoiceFacts & { credits: readonly Credit[] }>({
  slug: 'invoices',
  load: async (reader, id) => {
    const to = bindings([id])
    const [row] = await reader.rows<InvoiceFacts & { credits: readonly Credit[] }>(
      `select x.id, x.status, x.number, x.kind, x.total_minor::float8 as "totalMinor", x.open_minor::float8 as "openMinor", ${TENANT},
        coalesce((select json_agg(json_build_object('number', c.number, 'status', c.status, 'totalMinor', c.total_minor)) from invoices c where c.credit_of_id = x.id), '[]') as credits
      from invoices x where x.id = $1::uuid and ${sqlOf(reader.reach('invoices'), 'x', to)}`,
      to.values,
    )
    return row ?? refuse('NOT_FOUND', { noun: 'The invoice' })
  },
  rules: (_, row) => invoiceRules(row, row.credits),
})

/** Payments: what may be done with them. */
export const paymentActionSource = defineActions<PaymentFacts>({
  slug: 'payments',
  load: async (reader, id) => {
    const to = bindings([id])
    const [row] = await reader.rows<PaymentFacts>(
      `select x.id, x.status, x.number, x.amount_minor::float8 as "amountMinor", x.unapplied_minor::float8 as "unappliedMinor", ${TENANT}
      from payments x where x.id = $1::uuid and ${sqlOf(reader.reach('payments'), 'x', to)}`,
      to.values,
    )
    return row ?? refuse('NOT_FOUND', { noun: 'The payment' })
  },
  rules: (_, row) => paymentRules(row),
})

/** What the reader may do with an invoice now, and why not. */
export function invoiceActions(reader: Reader, row: InvoiceFacts, credits: readonly Credit[]): Action[] {
  return actionsFor(reader, 'invoices', row, invoiceRules(row, credits))
}

/** What the reader may do with a payment now, and why not. */
export function paymentActions(reader: Reader, row: PaymentFacts): Action[] {
  return actionsFor(reader, 'payments', row, paymentRules(row))
}

function invoiceRules(row: InvoiceFacts, credits: readonly Credit[]): ActionRules {
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
  return { machine: invoiceMachine, noun: isCreditNote ? 'Credit note' : 'Invoice', extras }
}

function paymentRules(row: PaymentFacts): ActionRules {
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
  return { machine: paymentMachine, noun: 'Payment', extras }
}

function applyExtra(row: InvoiceFacts): ActionExtra {
  const left = row.openMinor > 0 ? null : 'Nothing of it is left.'
  return { label: 'Settle invoices', needs: 'payment.allocate', side: 'owner', from: ['posted'], reason: left }
}

function voidReason(row: InvoiceFacts, credits: readonly Credit[]): string | null {
  const posted = credits.filter((note) => note.status === 'posted')
  if (posted.length > 0) return `It was credited by ${posted.map((note) => note.number).join(', ')}; void that first.`
  return row.openMinor === row.totalMinor ? null : 'Money is allocated to it; take the allocation back first.'
}

function creditReason(row: InvoiceFacts, credits: readonly Credit[]): string | null {
  const credited = credits.filter((note) => note.status === 'posted').reduce((sum, note) => sum + note.totalMinor, 0)
  return row.totalMinor > 0 && credited >= row.totalMinor ? 'Everything of it is credited already.' : null
}
