import { Globe } from 'lucide-react'
import type { Metadata } from 'next'
import type { PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal } from '../../_portal/portal'
import { AddDomain, DomainCard } from '@/components/portal/settings/domain-cards'
import { SettingsTabs } from '@/components/portal/settings/settings-tabs'
import { Alert } from '@/components/ui/alert'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { formatDate } from '@/components/ui/format'
import { PageHeader } from '@/components/ui/page-header'
import { domainsOf, portalDomainsFeature } from '@/domain/network'
import { hasFeature } from '@/platform/features'

export const metadata: Metadata = { title: 'Portal domains' }

/** Hosts of an organization: how each is proven, whether it is, and what was found when it was last looked at. */
export default async function Page({ params }: PageProps) {
  const portal = await dealerPortal((await params).org)
  const { reader, organization, base, locale, zone, can } = portal
  if (!can('domain.read')) return <NoAccess portal={portal} needs="domain.read" />
  const [domains, isOn] = await Promise.all([domainsOf(reader, organization.id), hasFeature(reader, portalDomainsFeature, organization.id)])
  const mayChange = can('domain.write')
  return (
    <>
      <PageHeader title="Settings" description="A proven host shows your colours, logo and sign-in page. It gives nobody access." tabs={<SettingsTabs base={base} can={can} current="domains" />} />
      <div className="grid max-w-4xl gap-5">
        {mayChange && isOn ? <AddDomain organization={organization.slug} target={organization.id} /> : null}
        {isOn ? null : (
          <Alert tone="info" title="New domains are switched off for you">
            Hosts that are proven go on showing your look. Your headquarters decides about it.
          </Alert>
        )}
        {domains.length === 0 ? (
          <Card flush>
            <EmptyState icon={Globe} title="No domain yet">
              Add the host your people should type, then prove that it is yours.
            </EmptyState>
          </Card>
        ) : null}
        {domains.map(({ id, host, isVerified, problem, checkedAt, proof }) => (
          <DomainCard
            key={id}
            organization={organization.slug}
            mayChange={mayChange}
            mayCheck={isOn}
            domain={{ id, host, isVerified, problem, proof: { dns: proof.dns, file: { url: proof.file.url, content: proof.file.content } }, checked: checkedAt ? formatDate(checkedAt, 'datetime', { locale, zone }) : null }}
          />
        ))}
      </div>
    </>
  )
}
