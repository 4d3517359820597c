import { timelineOf } from '@/domain/core/queries/timeline'
import { invoicePage, type InvoicePage as Invoice } from '@/domain/finance/queries/invoice-page'
import { businessDay } from '@/kernel/period'
import { formatDate, formatMinor } from '@/components/ui/format'
import { ActionBar } from '@/components/admin/act/action-bar'
import type { DocumentFacts } from '@/components/admin/act/special'
import { AddressLines } from '@/components/admin/documents/address-lines'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { InvoiceLinesCard } from '@/components/admin/documents/invoice-lines-card'
import { PayButton } from '@/components/admin/documents/pay-button'
import { InvoiceBadge } from '@/components/admin/documents/related-cards'
import { AllocationsCard } from '@/components/admin/documents/allocations-card'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { Card, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** One invoice or credit note: what it bills, what is open and what settled it. */
export function InvoicePage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="invoices" list="Invoices" read={({ reader }, id) => invoicePage(reader, id)} title={titleOf}>
      {async (invoice, work) => {
        const { reader, reads, can, organization } = work
        const history = can('audit.read') ? await timelineOf(reader, 'invoices', invoice.id) : null
        const today = businessDay(reader.now, organization.zone)
        const facts = { organization: organization.id, currency: organization.currency, today, locale: reads.locale }
        const isOwed = invoice.kind === 'invoice' && invoice.status === 'posted' && invoice.openMinor > 0
        return (
          <>
            <PageHead title={titleOf(invoice)} badge={<InvoiceBadge invoice={invoice} today={today} />} sub={`${invoice.buyerName} · ${formatMinor(invoice.totalMinor, invoice.currency, reads.locale)}`}>
              <div className="tf-actions">
                {isOwed && can('payment.record') ? <PayButton facts={facts} start={{ buyer: { id: invoice.counterparty, name: invoice.buyerName }, currency: invoice.currency, amountMinor: invoice.openMinor }} /> : null}
                {invoice.status === 'draft' ? null : (
                  <a className="tf-button" href={`/api/v1/invoices/${invoice.id}/pdf`}>
                    Download PDF
                  </a>
                )}
                <ActionBar actions={invoice.actions} document={factsOf(invoice, today, reads.locale)} />
              </div>
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <InvoiceLinesCard invoice={invoice} locale={reads.locale} />
                <AllocationsCard allocations={invoice.allocations} currency={invoice.currency} reads={reads} side={invoice.kind === 'invoice' ? 'source' : 'target'} empty={invoice.kind === 'invoice' ? 'Nothing paid yet' : 'Not used yet'} />
              </div>
              <aside className="tf-stack" aria-label="About this invoice">
                <Terms invoice={invoice} work={work} />
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

const titleOf = ({ number, kind }: Pick<Invoice, 'number' | 'kind'>): string => number ?? (kind === 'invoice' ? 'Draft invoice' : 'Draft credit note')

function factsOf(invoice: Invoice, today: string, locale: string): DocumentFacts {
  const lines = invoice.lines.map(({ id, sku, name, unit, quantity, creditedQuantity }) => ({ id, sku: sku ?? '', name, unit, open: String((Math.round(Number(quantity) * 1e6) - Math.round(Number(creditedQuantity) * 1e6)) / 1e6) }))
  return { collection: 'invoices', id: invoice.id, title: titleOf(invoice), currency: invoice.currency, locale, today, lines, buyer: invoice.counterparty, leftMinor: invoice.openMinor, values: { note: invoice.note, internalNote: invoice.internalNote } }
}

function Terms({ invoice, work: { reads } }: { invoice: Invoice; work: Work }) {
  const day = (at: string | null) => (at ? formatDate(at, 'date', reads) : null)
  return (
    <Card title={invoice.kind === 'invoice' ? 'Invoice' : 'Credit note'}>
      <Facts
        rows={[
          ['Open', formatMinor(invoice.openMinor, invoice.currency, reads.locale)],
          ['Invoiced on', day(invoice.invoicedOn)],
          ['Due on', day(invoice.dueOn)],
          ['Order', linkTo('orders', invoice.order, invoice.orderNumber)],
          ['Shipment', linkTo('shipments', invoice.shipment, null)],
          ['Credits', linkTo('invoices', invoice.creditOf, invoice.creditOfNumber)],
          ['Credited by', invoice.credits.length > 0 ? invoice.credits.map(({ id, number }) => <RecordLink key={id} to="invoices" id={id}>{number ?? 'Draft'} </RecordLink>) : null],
          ['Reference', invoice.poReference],
          ['Bill to', <AddressLines key="to" address={invoice.billTo ? { ...invoice.billTo, recipient: invoice.billTo.recipient ?? invoice.billTo.name } : null} />],
          ['From', <AddressLines key="from" address={invoice.seller ? { ...invoice.seller, recipient: invoice.seller.name } : null} />],
          ['Tax number', invoice.seller?.taxNumber],
          ['Void because', invoice.voidReason],
          ['Note', invoice.note],
          ['Internal note', invoice.internalNote],
        ]}
      />
    </Card>
  )
}

function linkTo(to: string, id: string | null, number: string | null) {
  if (id === null) return null
  return (
    <RecordLink to={to} id={id}>
      {number ?? 'Open'}
    </RecordLink>
  )
}
