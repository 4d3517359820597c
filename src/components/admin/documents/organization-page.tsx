import { timelineOf } from '@/domain/core/queries/timeline'
import { organizationPage, type OrganizationPage as Organization } from '@/domain/network/queries/organization-page'
import type { Tone } from '@/kernel/machine'
import { formatDate } from '@/components/ui/format'
import { AddressLines } from '@/components/admin/documents/address-lines'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { ListLink, RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

const TONES: Readonly<Record<string, Tone>> = { active: 'success', suspended: 'danger', terminated: 'neutral' }
const KINDS = { hq: 'Headquarters', dealer: 'Dealer', supplier: 'Supplier', partner: 'Partner' } as const

/** One organization of the tree: who it is, its places, and the record HQ keeps of it. */
export function OrganizationPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="organizations" list="Organizations" read={({ reader }, id) => organizationPage(reader, id)} title={({ name }) => name}>
      {async (organization, { reader, reads, can }) => {
        const history = can('audit.read') ? await timelineOf(reader, 'organizations', organization.id) : null
        return (
          <>
            <PageHead
              title={organization.name}
              badge={<Badge tone={TONES[organization.status] ?? 'neutral'} label={organization.status.charAt(0).toUpperCase() + organization.status.slice(1)} />}
              sub={`${KINDS[organization.kind]} · ${organization.code}`}
            >
              <Ways organization={organization} can={can} />
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <Branches organization={organization} />
                <Addresses organization={organization} />
              </div>
              <aside className="tf-stack" aria-label="About this organization">
                <Profile organization={organization} reads={reads} />
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

// What is decided about an organization is decided where HQ keeps it: as a dealer, as a supplier, in its settings.
function Ways({ organization: { kind, dealer, supplier }, can }: { organization: Organization; can: Work['can'] }) {
  const ways = [
    ...(dealer && can('dealer.read') ? [{ label: 'Open the dealer', href: `/admin/collections/dealers/${dealer}` }] : []),
    ...(supplier && can('supplier.read') ? [{ label: 'Open the supplier', href: `/admin/collections/suppliers/${supplier}` }] : []),
    ...(kind === 'hq' && can('setting.read') ? [{ label: 'Company settings', href: '/admin/settings' }] : []),
  ]
  return (
    <div className="tf-actions">
      {ways.map(({ label, href }) => (
        <a key={href} className="tf-button" data-look="primary" href={href}>
          {label}
        </a>
      ))}
    </div>
  )
}

function Profile({ organization, reads }: { organization: Organization; reads: Work['reads'] }) {
  const { parent, members } = organization
  return (
    <Card title="Organization">
      <Facts
        rows={[
          ['Belongs to', parent ? <RecordLink key="parent" to="organizations" id={parent.id}>{parent.name}</RecordLink> : null],
          ['People', <ListLink key="people" to="memberships" field="organization" value={organization.id}>{members === 1 ? '1 person' : `${members} people`}</ListLink>],
          ['Name in links', organization.slug],
          ['Currency', organization.currency],
          ['Time zone', organization.zone],
          ['Language', organization.locale],
          ['Since', formatDate(organization.createdAt, 'date', reads)],
        ]}
      />
    </Card>
  )
}

function Branches({ organization: { branches } }: { organization: Organization }) {
  return (
    <Card title="Branches" flush>
      {branches.length === 0 ? <Empty title="No branches">The whole organization is one place.</Empty> : null}
      <ul className="tf-rows">
        {branches.map(({ id, code, name }) => (
          <li key={id}>
            <RecordLink to="branches" id={id}>
              {name}
            </RecordLink>
            <span className="tf-muted">{code}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Addresses({ organization: { addresses } }: { organization: Organization }) {
  if (addresses.length === 0) return <Card title="Addresses" flush><Empty title="No address yet" /></Card>
  return (
    <Card title="Addresses">
      <Facts rows={addresses.map((address) => [address.label, <AddressLines key={address.id} address={address} />] as const)} />
    </Card>
  )
}
