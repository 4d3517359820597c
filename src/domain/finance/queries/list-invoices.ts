import type { InvoiceKind, InvoiceRow } from '@/domain/finance/rows'
import type { Settlement } from '@/domain/finance/rules'
import type { Day } from '@/kernel/period'
import { newestOf } from '@/domain/finance/queries/newest'
import { bindings, type Bindings } from '@/platform/access/sql'
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
  /** a branch of the seller */
  sellerBranch?: string | undefined
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
export const isOverdueSql = (now: string, alias = 'i'): string =>
  `(${alias}.status = 'posted' and ${alias}.kind = 'invoice' and ${alias}.open_minor > 0 and ${alias}.due_on < to_char(${now}::timestamptz at time zone o.zone, 'YYYY-MM-DD'))`

/**
 * Invoices and credit notes that the reader reaches from either side, the newest first. The cursor is the last id of the
 * page before; one row more than the limit says that there are more.
 */
export async function listInvoices(
  reader: Reader,
  wish: InvoicesWish,
): Promise<{ rows: InvoiceListed[]; nextCursor: string | null; limit: number }> {
  const to = bindings()
  const now = to.bind(reader.now)
  const late = isOverdueSql(now, 't')
  const where = [...conditions(wish, to), ...(wish.overdue === undefined ? [] : [wish.overdue ? late : `not ${late}`])]
  const { seller, buyer, limit } = wish
  const newest = newestOf(reader, { slug: 'invoices', where, most: limit + 1, seller, buyer }, to)
  const rows = await reader.rows<InvoiceListed>(
    `select ${COLUMNS}, ${isOverdueSql(now)} as "isOverdue" from (${newest}) i join organizations o on o.id = i.organization_id order by i.id desc`,
    to.values,
  )
  return pageOf(rows, limit)
}

/** A page and its cursor out of one row more than wanted. */
export function pageOf<T extends { id: string }>(
  rows: readonly T[],
  limit: number,
): { rows: T[]; nextCursor: string | null; limit: number } {
  const page = rows.slice(0, limit)
  return { rows: page, nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null, limit }
}

/** A text as part of a LIKE pattern. */
export function escapedLike(text: string): string {
  return text.replace(/[\\%_]/g, (one) => `\\${one}`)
}

const EQUAL = { kind: 'kind', status: 'status', settlement: 'settlement', order: 'order_id', sellerBranch: 'branch_id' } as const

function conditions(wish: InvoicesWish, to: Bindings): string[] {
  const where: string[] = []
  for (const [field, column] of Object.entries(EQUAL)) {
    const value = wish[field as keyof typeof EQUAL]
    if (value !== undefined) where.push(column.endsWith('_id') ? `t.${column} = ${to.bind(value)}::uuid` : `t.${column}::text = ${to.bind(value)}`)
  }
  if (wish.unpaid) where.push("t.status = 'posted' and t.open_minor > 0")
  if (wish.from) where.push(`t.invoiced_on >= ${to.bind(wish.from)}`)
  if (wish.to) where.push(`t.invoiced_on <= ${to.bind(wish.to)}`)
  if (wish.cursor) where.push(`t.id < ${to.bind(wish.cursor)}::uuid`)
  if (wish.q) where.push(matches(to, wish.q))
  return where
}

function matches(to: Bindings, q: string): string {
  const begins = to.bind(`${escapedLike(q)}%`)
  const inside = to.bind(`%${escapedLike(q)}%`)
  return `(t.number ilike ${begins} or t.order_number ilike ${begins} or t.po_reference ilike ${begins} or t.buyer_name ilike ${inside})`
}
