import type { InvoiceKind, InvoiceRow } from '@/domain/finance/rows'
import type { Settlement } from '@/domain/finance/rules'
import type { Day } from '@/kernel/period'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** What a list of invoices is narrowed by; `from` and `to` are the first and the last day of invoicing. */
export interface InvoicesWish {
  kind?: InvoiceKind | undefined
  status?: InvoiceRow['status'] | undefined
  settlement?: Settlement | undefined
  /** posted, open and past its due day in the seller's zone */
  overdue?: boolean | undefined
  /** posted and not settled in full */
  unpaid?: boolean | undefined
  seller?: string | undefined
  buyer?: string | undefined
  order?: string | undefined
  from?: Day | undefined
  to?: Day | undefined
  /** begins a number or a reference, or is part of the buyer's name */
  q?: string | undefined
  cursor?: string | undefined
  limit: number
}

export interface InvoiceListed {
  id: string
  kind: InvoiceKind
  number: string | null
  status: InvoiceRow['status']
  settlement: Settlement
  isOverdue: boolean
  seller: string
  buyer: string
  buyerName: string
  order: string | null
  orderNumber: string | null
  poReference: string | null
  currency: string
  totalMinor: number
  openMinor: number
  invoicedOn: Day | null
  dueOn: Day | null
  createdAt: Date
}

const COLUMNS = `i.id, i.kind, i.number, i.status, i.settlement, i.organization_id as seller, i.counterparty_id as buyer,
  i.buyer_name as "buyerName", i.order_id as "order", i.order_number as "orderNumber", i.po_reference as "poReference", i.currency,
  i.total_minor::float8 as "totalMinor", i.open_minor::float8 as "openMinor", i.invoiced_on as "invoicedOn", i.due_on as "dueOn", i.created_at as "createdAt"`

/** True for an invoice past its due day (F5), in the zone of its seller `o`; never stored. */
export const isOverdueSql = (now: string): string =>
  `(i.status = 'posted' and i.kind = 'invoice' and i.open_minor > 0 and i.due_on < to_char(${now}::timestamptz at time zone o.zone, 'YYYY-MM-DD'))`

/**
 * Invoices and credit notes that the reader reaches from either side, the newest first. The cursor is the last id of the
 * page before; one row more than the limit says that there are more.
 */
export async function listInvoices(reader: Reader, wish: InvoicesWish): Promise<{ rows: InvoiceListed[]; nextCursor: string | null; limit: number }> {
  const to = bindings()
  const overdue = isOverdueSql(to.bind(reader.now))
  const where = [sqlOf(reader.reach('invoices'), 'i', to), ...conditions(wish, to), ...(wish.overdue === undefined ? [] : [wish.overdue ? overdue : `not ${overdue}`])]
  const rows = await reader.rows<InvoiceListed>(
    `select ${COLUMNS}, ${overdue} as "isOverdue" from invoices i join organizations o on o.id = i.organization_id
    where ${where.join(' and ')} order by i.id desc limit ${to.bind(wish.limit + 1)}`,
    to.values,
  )
  return pageOf(rows, wish.limit)
}

/** A page and its cursor out of one row more than wanted. */
export function pageOf<T extends { id: string }>(rows: readonly T[], limit: number): { rows: T[]; nextCursor: string | null; limit: number } {
  const page = rows.slice(0, limit)
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null, limit }
}

/** A text as part of a LIKE pattern. */
export function escapedLike(text: string): string {
  return text.replace(/[\\%_]/g, (one) => `\\${one}`)
}

const EQUAL = { kind: 'kind', status: 'status', settlement: 'settlement', seller: 'organization_id', buyer: 'counterparty_id', order: 'order_id' } as const

function conditions(wish: InvoicesWish, to: Bindings): string[] {
  const where: string[] = []
  for (const [field, column] of Object.entries(EQUAL)) {
    const value = wish[field as keyof typeof EQUAL]
    if (value !== undefined) where.push(column.endsWith('_id') ? `i.${column} = ${to.bind(value)}::uuid` : `i.${column}::text = ${to.bind(value)}`)
  }
  if (wish.unpaid) where.push(`i.status = 'posted' and i.open_minor > 0`)
  if (wish.from) where.push(`i.invoiced_on >= ${to.bind(wish.from)}`)
  if (wish.to) where.push(`i.invoiced_on <= ${to.bind(wish.to)}`)
  if (wish.cursor) where.push(`i.id < ${to.bind(wish.cursor)}::uuid`)
  if (wish.q) where.push(matches(to, wish.q))
  return where
}

function matches(to: Bindings, q: string): string {
  const begins = to.bind(`${escapedLike(q)}%`)
  const inside = to.bind(`%${escapedLike(q)}%`)
  return `(i.number ilike ${begins} or i.order_number ilike ${begins} or i.po_reference ilike ${begins} or i.buyer_name ilike ${inside})`
}
