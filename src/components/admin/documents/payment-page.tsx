import { timelineOf } from '@/domain/core/queries/timeline'
import { paymentPage, type PaymentPage as Payment } from '@/domain/finance/queries/payments'
import { businessDay } from '@/kernel/period'
import { formatDate, formatMinor } from '@/components/ui/format'
import { ActionBar } from '@/components/admin/act/action-bar'
import { AllocationsCard } from '@/components/admin/documents/allocations-card'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { StatusBadge } from '@/components/admin/frame/badge'
import { Card, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'

/** One payment: what it settled and what is left of it. */
export function PaymentPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="payments" list="Payments" read={({ reader }, id) => paymentPage(reader, id)} title={({ number }) => number}>
      {async (payment, { reader, reads, can, organization }) => {
        const history = can('audit.read') ? await timelineOf(reader, 'payments', payment.id) : null
        const money = (minor: number) => formatMinor(minor, payment.currency, reads.locale)
        const document = {
          ...{ collection: 'payments', id: payment.id, title: payment.number, currency: payment.currency, locale: reads.locale },
          ...{ today: businessDay(reader.now, organization.zone), buyer: payment.counterparty, leftMinor: payment.unappliedMinor, settled: settledBy(payment) },
        }
        return (
          <>
            <PageHead title={payment.number} badge={<StatusBadge machine="payment" state={payment.status} />} sub={`${payment.buyerName} · ${money(payment.amountMinor)}`}>
              <ActionBar actions={payment.actions} document={document} />
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <AllocationsCard allocations={payment.allocations} currency={payment.currency} reads={reads} side="target" empty="It settles no invoice yet" />
              </div>
              <aside className="tf-stack" aria-label="About this payment">
                <Card title="Payment">
                  <Facts
                    rows={[
                      ['Amount', money(payment.amountMinor)],
                      ['Left over', money(payment.unappliedMinor)],
                      ['Received on', formatDate(payment.receivedOn, 'date', reads)],
                      ['Method', payment.method.charAt(0).toUpperCase() + payment.method.slice(1).replace('-', ' ')],
                      ['Reference', payment.reference],
                      ['Reversed because', payment.reverseReason],
                      ['Note', payment.note],
                      ['Internal note', payment.internalNote],
                    ]}
                  />
                </Card>
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

/** What of which invoice the payment settles now: rows taken back are subtracted. */
function settledBy({ allocations }: Payment): { invoice: string; number: string; amountMinor: number }[] {
  const sums = new Map<string, { invoice: string; number: string; amountMinor: number }>()
  for (const { invoice, invoiceNumber, amountMinor } of allocations) {
    const sum = sums.get(invoice) ?? { invoice, number: invoiceNumber ?? 'Invoice', amountMinor: 0 }
    sums.set(invoice, { ...sum, amountMinor: sum.amountMinor + amountMinor })
  }
  return [...sums.values()].filter(({ amountMinor }) => amountMinor > 0)
}
