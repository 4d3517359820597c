import type { RelatedInvoice } from '@/domain/finance/queries/related'
import type { OrderPageShipment } from '@/domain/sales/queries/order-page'
import type { Tone } from '@/kernel/machine'
import { formatDate, formatMinor } from '@/components/ui/format'
import { Badge, StatusBadge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** The shipments of an order; null for whoever may not read them: "none yet" would be untrue. */
export function ShipmentsCard({ shipments, reads }: { shipments: readonly OrderPageShipment[] | null; reads: Work['reads'] }) {
  if (shipments === null) return null
  return (
    <Card title="Shipments" flush>
      {shipments.length === 0 ? <Empty title="Nothing shipped yet" /> : null}
      <ul className="tf-rows">
        {shipments.map(({ id, number, status, warehouseName, carrier, trackingNumber, dispatchedAt }) => (
          <li key={id}>
            <RecordLink to="shipments" id={id}>
              {number}
            </RecordLink>
            <StatusBadge machine="shipment" state={status} />
            <span className="tf-muted">
              {warehouseName}
              {carrier ? ` · ${carrier}` : ''}
              {trackingNumber ? ` ${trackingNumber}` : ''}
            </span>
            <span className="tf-muted">{dispatchedAt ? formatDate(dispatchedAt, 'datetime', reads) : ''}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Invoices and credit notes that belong to a document; null for whoever may not read them. */
export function InvoicesCard({ invoices, today, reads, empty, all }: { invoices: readonly RelatedInvoice[] | null; today: string; reads: Work['reads']; empty: string; all?: string }) {
  if (invoices === null) return null
  return (
    <Card title="Invoices" flush action={all && invoices.length > 0 ? <a className="tf-link" href={all}>All invoices</a> : undefined}>
      {invoices.length === 0 ? <Empty title={empty} /> : null}
      <ul className="tf-rows">
        {invoices.map((invoice) => (
          <li key={invoice.id}>
            <RecordLink to="invoices" id={invoice.id}>
              {invoice.number ?? 'Draft'}
            </RecordLink>
            <span className="tf-number">{formatMinor(invoice.totalMinor, invoice.currency, reads.locale)}</span>
            <span>
              <InvoiceBadge invoice={invoice} today={today} />
            </span>
            <span className="tf-muted">{noteOf(invoice, reads.locale)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Draft, posted or void, and for posted ones what follows from payments and the day: paid, partly paid, overdue. */
export function InvoiceBadge({ invoice, today }: { invoice: Pick<RelatedInvoice, 'status' | 'settlement' | 'openMinor' | 'dueOn' | 'kind'>; today: string }) {
  const { status, kind } = invoice
  if (status !== 'posted' || kind === 'credit-note') return <StatusBadge machine="invoice" state={status} />
  return <Badge {...settlementOf(invoice, today)} />
}

function settlementOf({ settlement, openMinor, dueOn }: Pick<RelatedInvoice, 'settlement' | 'openMinor' | 'dueOn'>, today: string): { tone: Tone; label: string } {
  if (settlement === 'paid') return { tone: 'success', label: 'Paid' }
  if (openMinor > 0 && dueOn !== null && dueOn < today) return { tone: 'danger', label: 'Overdue' }
  return settlement === 'partial' ? { tone: 'warning', label: 'Partly paid' } : { tone: 'info', label: 'Open' }
}

function noteOf({ kind, openMinor, currency, dueOn }: RelatedInvoice, locale: string): string {
  const what = kind === 'credit-note' ? 'Credit note' : ''
  const open = openMinor > 0 ? `${formatMinor(openMinor, currency, locale)} ${kind === 'credit-note' ? 'left' : 'open'}` : ''
  const due = openMinor > 0 && dueOn && kind === 'invoice' ? `due ${formatDate(dueOn, 'date', { locale })}` : ''
  return [what, open, due].filter((part) => part !== '').join(', ')
}
