import { timelineOf } from '@/domain/core/queries/timeline'
import { supplierPage, type SupplierPage as Supplier } from '@/domain/network/queries/suppliers'
import { businessDay } from '@/kernel/period'
import type { Tone } from '@/kernel/machine'
import { formatDate } from '@/components/ui/format'
import { AddressLines } from '@/components/admin/documents/address-lines'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { SupplierButtons } from '@/components/admin/documents/supplier-buttons'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { ListLink, RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

const TONES: Readonly<Record<string, Tone>> = { active: 'success', pending: 'warning', suspended: 'danger', inactive: 'neutral' }

/** One supplier: who it is, how to reach it, its people. */
export function SupplierPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="suppliers" list="Suppliers" read={({ reader }, id) => supplierPage(reader, id)} title={({ name }) => name}>
      {async (supplier, { reader, reads, can, organization }) => {
        const history = can('audit.read') ? await timelineOf(reader, 'suppliers', supplier.id) : null
        const facts = { organization: organization.id, currency: organization.currency, today: businessDay(reader.now, organization.zone), locale: reads.locale }
        const { id, party, name, phone, email, internalNote, revision } = supplier
        return (
          <>
            <PageHead title={name} badge={<Badge tone={TONES[supplier.status] ?? 'neutral'} label={supplier.status.charAt(0).toUpperCase() + supplier.status.slice(1)} />} sub={supplier.code}>
              <SupplierButtons supplier={{ id, party, name, phone, email, internalNote, revision }} facts={facts} may={{ edit: can('supplier.update'), invite: can('member.invite') }} />
            </PageHead>
            <div className="tf-columns">
              <Addresses supplier={supplier} />
              <aside className="tf-stack" aria-label="About this supplier">
                <Profile supplier={supplier} reads={reads} />
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

function Addresses({ supplier: { addresses } }: { supplier: Supplier }) {
  if (addresses.length === 0) return <Card title="Addresses" flush><Empty title="No address yet" /></Card>
  return (
    <Card title="Addresses">
      <Facts rows={addresses.map((address) => [address.label, <AddressLines key={address.id} address={address} />] as const)} />
    </Card>
  )
}

function Profile({ supplier, reads }: { supplier: Supplier; reads: Work['reads'] }) {
  return (
    <Card title="Supplier">
      <Facts
        rows={[
          ['Phone', supplier.phone],
          ['E-mail', supplier.email],
          ['Organization', <RecordLink key="party" to="organizations" id={supplier.party}>{supplier.name}</RecordLink>],
          ['People', <ListLink key="people" to="memberships" field="organization" value={supplier.party}>{supplier.members === 1 ? '1 person' : `${supplier.members} people`}</ListLink>],
          ['Since', formatDate(supplier.createdAt, 'date', reads)],
          ['Internal note', supplier.internalNote],
        ]}
      />
    </Card>
  )
}
