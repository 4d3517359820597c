import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { settingsOf } from '@/domain/core/queries/settings'
import { companyOf } from '@/domain/network/queries/company'
import { domainsOf } from '@/domain/network/queries/domains'
import { core } from '@/domain/registry'
import { isDomainError } from '@/kernel/errors'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import type { Work } from '@/components/admin/frame/work'
import { CompanyForm } from '@/components/admin/system/company-form'
import { DomainsCard } from '@/components/admin/system/domains-card'
import { SettingPlacePicker } from '@/components/admin/system/setting-place'
import { SettingsBoard } from '@/components/admin/system/settings-board'
import { groupsOf } from '@/components/settings/facts'

const TABS = { business: 'Business', company: 'Company', security: 'Security', features: 'Features', domains: 'Portal domains' } as const
type Tab = keyof typeof TABS
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * How an organization or a branch works, made from the settings the modules declare. What it does not set itself comes
 * from above: branch, dealer, group, headquarters, standard.
 */
export function SettingsPage(view: AdminViewServerProps) {
  const asked = (name: string) => {
    const value = view.searchParams?.[name]
    return typeof value === 'string' ? value : ''
  }
  return (
    <AdminPage view={view} crumbs={[{ label: 'Settings' }]} permission="setting.read">
      {async (work) => {
        const organization = idOf(asked('organization')) ?? work.organization.id
        const branch = idOf(asked('branch'))
        const place = await placeOf(work, organization)
        const settings = await known(settingsOf(work.reader, core.settings, { organization, branch }))
        const tabs = (Object.keys(TABS) as Tab[]).filter((tab) => settings.some(({ page }) => page === tab) || (tab === 'domains' && branch === null && work.can('domain.read')))
        const tab = tabs.find((one) => one === asked('tab')) ?? 'business'
        const href = (to: string) => `?${new URLSearchParams({ tab: to, organization, ...(branch ? { branch } : {}) }).toString()}`
        const company = tab === 'company' && branch === null ? await known(companyOf(work.reader, organization)) : null
        return (
          <>
            <PageHead title="Settings" sub={`What ${branch ? 'the branch' : place.name} does not set itself comes from above it.`} />
            <SettingPlacePicker organization={{ id: organization, name: place.name }} top={work.organization} branch={branch} branches={place.branches} tab={tab} />
            <nav className="tf-tabs" aria-label="Kinds of settings">
              {tabs.map((one) => (
                <a key={one} className="tf-tab" href={href(one)} {...(one === tab ? { 'aria-current': 'page' as const } : {})}>
                  {TABS[one]}
                </a>
              ))}
            </nav>
            {company ? <CompanyForm key={company.revision} company={company} isLocked={!work.can('organization.write')} /> : null}
            {tab === 'domains' ? (
              <DomainsCard organization={organization} domains={await known(domainsOf(work.reader, organization))} isLocked={!work.can('domain.write')} />
            ) : (
              <SettingsBoard key={`${organization} ${branch ?? ''}`} where={{ organization, branch }} tab={tab} groups={groupsOf(settings)} />
            )}
          </>
        )
      }}
    </AdminPage>
  )
}

function idOf(text: string): string | null {
  return UUID.test(text) ? text : null
}

interface Place {
  name: string
  branches: { id: string; name: string }[]
}

// The name of a place is shown only after settingsOf found it within reach.
async function placeOf({ reader }: Work, organization: string): Promise<Place> {
  const [found] = await reader.rows<Place>(
    `select o.name, coalesce((select json_agg(json_build_object('id', b.id, 'name', b.name) order by b.name) from branches b
       where b.organization_id = o.id and b.archived_at is null), '[]') as branches from organizations o where o.id = $1::uuid`,
    [organization],
  )
  return found ?? notFound()
}

async function known<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (isDomainError(error) && error.code === 'NOT_FOUND') return notFound()
    throw error
  }
}
