import type { Metadata } from 'next'
import type { PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal, orNotFound } from '../../_portal/portal'
import { RulesCard } from '@/components/portal/settings/settings-card'
import { SettingsTabs } from '@/components/portal/settings/settings-tabs'
import { groupsOf } from '@/components/settings/facts'
import { PageHeader } from '@/components/ui/page-header'
import { settingsOf } from '@/domain/core'
import { core } from '@/domain/registry'

export const metadata: Metadata = { title: 'Rules' }

/** What the seller decided for this organization, and at which level. */
export default async function Page({ params }: PageProps) {
  const portal = await dealerPortal((await params).org)
  const { reader, organization, base, locale, can } = portal
  if (!can('setting.read')) return <NoAccess portal={portal} needs="setting.read" />
  const settings = await orNotFound(settingsOf(reader, core.settings, organization.id))
  const groups = groupsOf(settings.filter(({ page }) => page !== 'company'))
  return (
    <>
      <PageHeader title="Settings" description="How orders, invoices and sign-ins work for you. Your supplier decides about these." tabs={<SettingsTabs base={base} can={can} current="rules" />} />
      <div className="grid max-w-4xl gap-5">
        {groups.map((group) => (
          <RulesCard key={`${group.tab} ${group.title}`} group={group} locale={locale} />
        ))}
      </div>
    </>
  )
}
