import { KeyRound } from 'lucide-react'
import type { Metadata } from 'next'
import { one, oneOf, type PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal, type Portal } from '../_portal/portal'
import { trailOf } from '../_portal/trail'
import { permissionGroups } from '@/components/people/catalogue'
import { NewKey } from '@/components/people/new-key'
import { KeysTable } from '@/components/portal/people/keys-table'
import { PeopleTabs } from '@/components/portal/people/people-tabs'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { SubmittingSelect } from '@/components/ui/auto-submit'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Alert } from '@/components/ui/alert'
import { apiKeyActions, apiKeysFeature, listApiKeys } from '@/domain/identity'
import { branchesOf } from '@/domain/network'
import { hasFeature } from '@/platform/features'

export const metadata: Metadata = { title: 'API keys' }

const ON_PAGE = 25

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, zone, can } = portal
  if (!can('api-key.read')) return <NoAccess portal={portal} needs="api-key.read" />
  const path = `${base}/keys`
  const q = one(search, 'q')?.slice(0, 80)
  const status = oneOf(search, 'status', ['active', 'suspended', 'revoked'])
  const pages = trailOf(search, path, { q, status })
  const { rows, nextCursor } = await listApiKeys(reader, { organization: organization.id, q, status, cursor: pages.cursor, limit: ON_PAGE })
  const actions = new Map(await Promise.all(rows.map(async ({ id }) => [id, await apiKeyActions(reader, id)] as const)))
  const isOn = await hasFeature(reader, apiKeysFeature, organization.id)
  return (
    <>
      <PageHeader
        title="API keys"
        description="With a key a program of yours, or of a partner you trust, acts for your organization: only what you allow, and never more than you may."
        tabs={<PeopleTabs base={base} can={can} current="keys" />}
        actions={can('api-key.write') && isOn ? await newKey(portal) : null}
      />
      {isOn ? null : (
        <Alert tone="info" title="New keys are switched off for you" className="mb-4">
          Keys you have go on working. Your headquarters decides about it.
        </Alert>
      )}
      <form action={path} className="mb-4 flex">
        <SubmittingSelect name="status" aria-label="Status" placeholder="Active and suspended" defaultValue={status ?? ''} options={STATUSES} className="w-52" />
      </form>
      <ListFrame isEmpty={rows.length === 0} pages={pages.links(nextCursor)} empty={<EmptyState icon={KeyRound} title={status ? `No ${status} key` : 'No key yet'}>A key lets a program ask for orders, invoices or stock.</EmptyState>}>
        <KeysTable rows={rows} actions={actions} organization={organization.slug} words={new Map(permissionGroups.flatMap(({ entries }) => entries.map((entry) => [entry.key, entry.sentence] as const)))} {...{ locale, zone }} />
      </ListFrame>
    </>
  )
}

const STATUSES = [
  { value: 'active', label: 'Active' },
  { value: 'suspended', label: 'Suspended' },
  { value: 'revoked', label: 'Revoked' },
]

async function newKey({ reader, principal, organization }: Portal) {
  const grants = principal.memberships.find((membership) => membership.organization.id === organization.id)?.grants ?? []
  return (
    <NewKey
      organization={{ id: organization.id, name: organization.name }}
      groups={permissionGroups}
      held={[...new Set(grants.map(({ permission }) => permission))]}
      branches={await branchesOf(reader, organization.id)}
      canReachDown={grants.some(({ reach, branch }) => reach === 'network' && branch === null)}
    />
  )
}
