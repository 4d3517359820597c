import { invoiceActions } from '@/domain/finance/actions'
import { isOverdueSql } from '@/domain/finance/queries/list-invoices'
import type { InvoiceKind, InvoiceRow, PartySnapshot, TaxTotal } from '@/domain/finance/rows'
import type { TaxAmount } from '@/domain/finance/tax'
import type { Settlement } from '@/domain/finance/rules'
import { refuse } from '@/kernel/errors'
import { priceTimesQuantity } from '@/kernel/money'
import type { Day } from '@/kernel/period'
import { quantity } from '@/kernel/quantity'
import type { Action } from '@/platform/actions'
import { bindings, sqlOf } from '@/platform/access/sql'
import { sideOf } from '@/platform/access/scope'
import type { Reader } from '@/platform/reader'

/** An invoice as screens, programs and the PDF show it; amounts in minor units, quantities as decimal text. */
export interface InvoiceView {
  id: string
  kind: InvoiceKind
  number: string | null
  status: InvoiceRow['status']
  settlement: Settlement
  isOverdue: boolean
  organization: string
  tree: string
  branch: string | null
  counterparty: string
  sharedAt: Date | null
  buyerName: string
  billTo: PartySnapshot | null
  seller: PartySnapshot | null
  order: string | null
  orderNumber: string | null
  poReference: string | null
  shipment: string | null
  creditOf: string | null
  creditOfNumber: string | null
  currency: string
  invoicedOn: Day | null
  dueOn: Day | null
  subtotalMinor: number
  discountMinor: number
  taxMinor: number
  totalMinor: number
  openMinor: number
  taxInclusive: boolean
  taxRounding: 'line' | 'document'
  taxes: TaxTotal[]
  note: string | null
  internalNote?: string | null
  pdf: string | null
  voidReason: string | null
  postedAt: Date | null
  voidedAt: Date | null
  createdAt: Date
  revision: number
  lines: InvoiceLineView[]
}

export interface InvoiceLineView {
  id: string
  lineNo: number
  sku: string | null
  name: string
  unit: string
  quantity: string
  unitPriceMicro: number
  discountMinor: number
  /** what the line contributes to the subtotal */
  amountMinor: number
  taxClass: string | null
  taxes: TaxAmount[]
  untaxedReason: string | null
  netMinor: number
  taxMinor: number
  grossMinor: number
  creditedQuantity: string
}

/** Money or a credit note that settled the invoice, or was taken back (negative). */
export interface AllocationView {
  id: string
  amountMinor: number
  onDay: Day
  at: Date
  payment: string | null
  paymentNumber: string | null
  creditNote: string | null
  creditNoteNumber: string | null
  invoice: string
  invoiceNumber: string | null
}

const INVOICE = `i.id, i.kind, i.number, i.status, i.settlement, i.organization_id as organization, i.tree_id as tree, i.branch_id as branch,
  i.counterparty_id as counterparty, i.counterparty_branch_id as "counterpartyBranch", i.created_by_id as "createdBy", i.shared_at as "sharedAt", i.buyer_name as "buyerName", i.bill_to as "billTo", i.seller, i.order_id as "order",
  i.order_number as "orderNumber", i.po_reference as "poReference", i.shipment_id as shipment, i.credit_of_id as "creditOf", c.number as "creditOfNumber",
  i.currency, i.invoiced_on as "invoicedOn", i.due_on as "dueOn", i.subtotal_minor::float8 as "subtotalMinor", i.discount_minor::float8 as "discountMinor",
  i.tax_minor::float8 as "taxMinor", i.total_minor::float8 as "totalMinor", i.open_minor::float8 as "openMinor", i.tax_inclusive as "taxInclusive",
  i.tax_rounding as "taxRounding", coalesce(i.taxes, '[]') as taxes, i.note, i.internal_note as "internalNote", i.pdf_id as pdf, i.void_reason as "voidReason",
  i.posted_at as "postedAt", i.voided_at as "voidedAt", i.created_at as "createdAt", i.revision::int as revision`

const LINES = `
select l.id, l.line_no::int as "lineNo", l.sku, l.name, l.unit, trim_scale(l.quantity)::text as quantity, l.unit_price_micro::float8 as "unitPriceMicro",
  l.discount_minor::float8 as "discountMinor",
  l.tax_class as "taxClass",
  coalesce(l.taxes, '[]') as taxes, l.untaxed_reason as "untaxedReason", l.net_minor::float8 as "netMinor", l.tax_minor::float8 as "taxMinor",
  l.gross_minor::float8 as "grossMinor", trim_scale(coalesce((select sum(x.quantity) from invoice_lines x join invoices n on n.id = x.invoice_id
    where x.credited_line_id = l.id and n.status = 'posted'), 0))::text as "creditedQuantity"
from invoice_lines l where l.invoice_id = $1::uuid order by l.line_no`

/** One invoice with its lines. NOT_FOUND for what the reader does not reach; the other party gets no internal note. */
export async function invoiceView(reader: Reader, id: string): Promise<InvoiceView> {
  const to = bindings([id])
  const [row] = await reader.rows<Omit<InvoiceView, 'lines'>>(
    `select ${INVOICE}, ${isOverdueSql(to.bind(reader.now))} as "isOverdue" from invoices i join organizations o on o.id = i.organization_id
    left join invoices c on c.id = i.credit_of_id where i.id = $1::uuid and ${sqlOf(reader.reach('invoices'), 'i', to)}`,
    to.values,
  )
  if (!row) return refuse('NOT_FOUND', { noun: 'The invoice' })
  const lines = await reader.rows<Omit<InvoiceLineView, 'amountMinor'>>(LINES, [id], 'tf_invoice_lines')
  const { internalNote, ...shared } = row
  const isOwner = sideOf(reader.reach('invoices'), row) === 'owner'
  return {
    ...shared,
    ...(isOwner ? { internalNote: internalNote ?? null } : {}),
    lines: lines.map((line) => ({ ...line, amountMinor: lineAmount(line, row.currency) })),
  }
}

/** What a line adds to the subtotal: price × quantity less its own discount. */
export function lineAmount(
  line: { unitPriceMicro: number; quantity: string; discountMinor: number },
  currency: string,
): number {
  return priceTimesQuantity(line.unitPriceMicro, quantity(line.quantity), currency) - line.discountMinor
}

/** One invoice with lines, what settled it, credit notes of it, and what may be done with it now. */
export async function invoicePage(reader: Reader, id: string): Promise<InvoicePage> {
  const invoice = await invoiceView(reader, id)
  const allocations = await allocationsOf(reader, id)
  const credits = await reader.rows<CreditView>(CREDITS, [id], 'tf_invoice_credits')
  return { ...invoice, allocations, credits, actions: invoiceActions(reader, invoice, credits) }
}

export interface CreditView {
  id: string
  number: string | null
  status: InvoiceRow['status']
  totalMinor: number
  invoicedOn: Day | null
}

export interface InvoicePage extends InvoiceView {
  allocations: AllocationView[]
  credits: CreditView[]
  actions: Action[]
}

/** Columns of an allocation `a` with the numbers of what it connects. */
export const ALLOCATION_COLUMNS = `a.id, a.amount_minor::float8 as "amountMinor", a.on_day as "onDay", a.at, a.payment_id as payment, p.number as "paymentNumber",
  a.credit_note_id as "creditNote", n.number as "creditNoteNumber", a.invoice_id as invoice, t.number as "invoiceNumber"`

/** Where those columns come from. */
export const ALLOCATION_TABLES = `allocations a left join payments p on p.id = a.payment_id left join invoices n on n.id = a.credit_note_id
  join invoices t on t.id = a.invoice_id`

// What settled an invoice is told to those who read payments; what is open stands on the invoice itself.
async function allocationsOf(reader: Reader, id: string): Promise<AllocationView[]> {
  const to = bindings([id])
  const reached = sqlOf(reader.reach('allocations'), 'a', to)
  return reader.rows<AllocationView>(
    `select ${ALLOCATION_COLUMNS} from ${ALLOCATION_TABLES} where (a.invoice_id = $1::uuid or a.credit_note_id = $1::uuid) and ${reached} order by a.id`,
    to.values,
  )
}

const CREDITS = `
select id, number, status, total_minor::float8 as "totalMinor", invoiced_on as "invoicedOn" from invoices
where credit_of_id = $1::uuid and status <> 'draft' order by id`
