import type { Day } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** An invoice as a line of another document's page. */
export interface RelatedInvoice {
  id: string
  kind: 'invoice' | 'credit-note'
  number: string | null
  status: string
  settlement: string
  currency: string
  totalMinor: number
  openMinor: number
  invoicedOn: Day | null
  dueOn: Day | null
}

/** The invoices and credit notes of an order, a shipment or a buyer, the newest first. */
export function relatedInvoices(
  reader: Reader,
  by: { order: string } | { shipment: string } | { buyer: string },
  first = 50,
): Promise<RelatedInvoice[]> {
  const [column, id] =
    'order' in by
      ? ['order_id', by.order]
      : 'shipment' in by
        ? ['shipment_id', by.shipment]
        : ['counterparty_id', by.buyer]
  const to = bindings([id])
  return reader.rows<RelatedInvoice>(
    `select i.id, i.kind, i.number, i.status, i.settlement, i.currency, i.total_minor::float8 as "totalMinor", i.open_minor::float8 as "openMinor",
      i.invoiced_on as "invoicedOn", i.due_on as "dueOn"
    from invoices i where i.${column} = $1::uuid and ${sqlOf(reader.reach('invoices'), 'i', to)} order by i.id desc limit ${to.bind(first)}`,
    to.values,
  )
}
