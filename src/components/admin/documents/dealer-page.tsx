import { customFieldsOf, spokenValue, type CustomField } from '@/domain/core/custom-fields'
import { timelineOf } from '@/domain/core/queries/timeline'
import { relatedInvoices } from '@/domain/finance/queries/related'
import { balanceOf, type Balance } from '@/domain/finance/queries/balance'
import { dealerActions } from '@/domain/network'
import { dealerPage, type DealerPage as Dealer } from '@/domain/network/queries/dealers'
import { orderedBetween } from '@/domain/sales/queries/exposure'
import { recentOrders } from '@/domain/sales/queries/recent-orders'
import { businessDay } from '@/kernel/period'
import { formatMinor } from '@/components/ui/format'
import { ActionBar } from '@/components/admin/act/action-bar'
import { AddressLines } from '@/components/admin/documents/address-lines'
import { DealerButtons } from '@/components/admin/documents/dealer-buttons'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { RecentOrdersCard } from '@/components/admin/documents/recent-orders-card'
import { InvoicesCard } from '@/components/admin/documents/related-cards'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { StatusBadge } from '@/components/admin/frame/badge'
import { Card, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { ListLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** One dealer: what HQ decided about it, how it stands, what it orders and owes. */
export function DealerPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="dealers" list="Dealers" read={({ reader }, id) => dealerPage(reader, id)} title={({ name }) => name}>
      {async (dealer, work) => {
        const { reader, reads, can, organization } = work
        const { actions, orders, invoices, standing, history, custom } = await gather(work, dealer)
        const today = businessDay(reader.now, organization.zone)
        const money = (minor: number) => formatMinor(minor, organization.currency, reads.locale)
        return (
          <>
            <PageHead title={dealer.name} badge={<StatusBadge machine="dealer" state={dealer.status} />} sub={[dealer.code, dealer.tier?.name, dealer.territory?.name, dealer.branch?.name].filter(Boolean).join(' · ')}>
              <div className="tf-actions">
                <DealerButtons
                  dealer={{ id: dealer.id, party: dealer.party, name: dealer.name, creditLimitMinor: dealer.creditLimitMinor, termsDays: dealer.termsDays, revision: dealer.revision, internalNote: dealer.internalNote, custom: dealer.custom ?? {} }}
                  fields={custom}
                  facts={{ organization: organization.id, currency: organization.currency, today, locale: reads.locale }}
                  may={{ edit: can('dealer.update'), invite: can('member.invite'), pay: can('payment.record') }}
                />
                <ActionBar actions={actions} document={{ collection: 'dealers', id: dealer.id, title: dealer.name, currency: organization.currency, locale: reads.locale, today }} />
              </div>
            </PageHead>
            {standing ? <Standing standing={standing} money={money} /> : null}
            <div className="tf-columns">
              <div className="tf-stack">
                <RecentOrdersCard orders={orders} reads={reads} all={`/admin/collections/orders?where[or][0][and][0][counterparty][equals]=${dealer.party}`} />
                <InvoicesCard invoices={invoices} today={today} reads={reads} empty="No invoices yet" all={`/admin/collections/invoices?where[or][0][and][0][counterparty][equals]=${dealer.party}`} />
              </div>
              <aside className="tf-stack" aria-label="About this dealer">
                <Terms dealer={dealer} work={work} />
                <MoreFacts dealer={dealer} fields={custom} />
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

async function gather(work: Work, dealer: Dealer) {
  const { reader, can } = work
  const [actions, orders, invoices, standing, history, custom] = await Promise.all([
    dealerActions(reader, dealer.id),
    can('order.read') ? recentOrders(reader, dealer.party) : null,
    can('invoice.read') ? relatedInvoices(reader, { buyer: dealer.party }, 10) : null,
    can('invoice.read') ? standingOf(work, dealer) : null,
    can('audit.read') ? timelineOf(reader, 'dealers', dealer.id) : null,
    customFieldsOf(reader, dealer.organization, 'dealers'),
  ])
  return { actions, orders, invoices, standing, history, custom }
}

function Standing({ standing, money }: { standing: Balance; money: (minor: number) => string }) {
  const { openMinor, overdueMinor, orderedMinor, unappliedMinor, remainingMinor } = standing
  const isFull = remainingMinor !== null && remainingMinor <= 0
  return (
    <div className="tf-stats">
      <Figure label="Open invoices" value={money(openMinor)} />
      <Figure label="Overdue" value={money(overdueMinor)} tone={overdueMinor > 0 ? 'danger' : undefined} />
      <Figure label="Ordered, not billed" value={money(orderedMinor)} />
      <Figure label="Left over from payments" value={money(unappliedMinor)} />
      <Figure label="Can still order" value={remainingMinor === null ? 'No limit' : money(remainingMinor)} tone={isFull ? 'danger' : undefined} />
    </div>
  )
}

async function standingOf({ reader }: Work, { organization: seller, party: buyer }: Dealer) {
  return balanceOf(reader, { seller, buyer, orderedMinor: await orderedBetween(reader, { seller, buyer }) })
}

function Figure({ label, value, tone }: { label: string; value: string; tone?: string | undefined }) {
  return (
    <div className="tf-stat" data-tone={tone}>
      <span>{label}</span>
      <strong>{value}</strong>
    </div>
  )
}

function Terms({ dealer, work: { organization, reads } }: { dealer: Dealer; work: Work }) {
  return (
    <Card title="Dealer">
      <Facts
        rows={[
          ['Account', dealer.accountNumber],
          ['Belongs to', dealer.parentName],
          ['Our branch', dealer.branch?.name],
          ['Days to pay', String(dealer.termsDays)],
          ['Credit limit', dealer.creditLimitMinor === null ? 'None' : formatMinor(dealer.creditLimitMinor, organization.currency, reads.locale)],
          ['Price list', dealer.priceList?.name],
          ['Currency', dealer.currency],
          ['People', <ListLink key="people" to="memberships" field="organization" value={dealer.party}>{dealer.members === 1 ? '1 person' : `${dealer.members} people`}</ListLink>],
          ['Phone', dealer.phone],
          ['E-mail', dealer.email],
          ...dealer.addresses.map((address) => [address.label, <AddressLines key={address.id} address={address} />] as const),
          ['Internal note', dealer.internalNote],
        ]}
      />
    </Card>
  )
}

/** What this headquarters has added to its dealers by custom fields. */
function MoreFacts({ dealer, fields }: { dealer: Dealer; fields: readonly CustomField[] }) {
  const rows = fields.flatMap(({ key, label }) => {
    const value = spokenValue(dealer.custom?.[key])
    return value === null ? [] : [[label, value] as const]
  })
  return rows.length === 0 ? null : (
    <Card title="More about this dealer">
      <Facts rows={rows} />
    </Card>
  )
}
