import type { Metadata } from 'next'
import { idOf, type PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal, orNotFound, type Portal } from '../_portal/portal'
import { SettingsCard } from '@/components/portal/settings/settings-card'
import { SettingsTabs } from '@/components/portal/settings/settings-tabs'
import { groupsOf } from '@/components/settings/facts'
import { SubmittingSelect } from '@/components/ui/auto-submit'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { PageHeader } from '@/components/ui/page-header'
import { settingsOf } from '@/domain/core'
import { branchesOf } from '@/domain/network'
import { core } from '@/domain/registry'

export const metadata: Metadata = { title: 'Settings' }

/** What an organization, or one of its branches, says about itself; what it leaves open comes from above it. */
export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, can } = portal
  if (!can('setting.read')) return <NoAccess portal={portal} needs="setting.read" />
  const branch = idOf(search, 'branch') ?? null
  const [settings, branches] = await Promise.all([orNotFound(settingsOf(reader, core.settings, { organization: organization.id, branch })), branchesOf(reader, organization.id)])
  const groups = groupsOf(settings.filter(({ page, change }) => page === 'company' && (branch === null || change.allowed)))
  const mayChange = can('setting.write')
  return (
    <>
      <PageHeader title="Settings" description={`What ${branch ? 'the branch' : organization.name} does not set itself comes from above it.`} tabs={<SettingsTabs base={base} can={can} current="company" />} />
      <div className="grid max-w-4xl gap-5">
        {branches.length > 0 ? (
          <form action={`${base}/settings`} className="flex">
            <SubmittingSelect name="branch" aria-label="Settings of" placeholder={`${organization.name}, all branches`} defaultValue={branch ?? ''} options={branches.map(({ id, name }) => ({ value: id, label: name }))} className="w-72" />
          </form>
        ) : null}
        {branch ? null : <Identity portal={portal} />}
        {groups.map((group) => (
          <SettingsCard key={group.title} group={group} organization={organization.slug} where={{ organization: organization.id, branch }} mayChange={mayChange} locale={locale} />
        ))}
      </div>
    </>
  )
}

function Identity({ portal: { organization } }: { portal: Portal }) {
  const { name, code, currency, zone, locale } = organization
  return (
    <Card title="Identity" description="Your supplier keeps these; ask there when something is wrong.">
      <DataList
        items={[
          { term: 'Name', value: name },
          { term: 'Code', value: code },
          { term: 'Currency', value: currency },
          { term: 'Time zone', value: zone.replaceAll('_', ' ') },
          { term: 'Language and country', value: locale },
        ]}
      />
    </Card>
  )
}
