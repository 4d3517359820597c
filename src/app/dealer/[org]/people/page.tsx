import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { idOf, keptOf, one, oneOf, type PageProps, type Search } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal } from '../_portal/portal'
import { trailOf } from '../_portal/trail'
import type { RoleOption } from '@/components/people/role-choices'
import { InvitePerson } from '@/components/portal/people/invite-person'
import { PeopleTabs } from '@/components/portal/people/people-tabs'
import { PeopleTable } from '@/components/portal/people/people-table'
import { SelectRows, type ManyDeed } from '@/components/portal/select/select-rows'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { SubmittingSelect } from '@/components/ui/auto-submit'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SearchInput } from '@/components/ui/search-input'
import { listMembers, rolesIn } from '@/domain/identity'
import { branchesOf } from '@/domain/network'

export const metadata: Metadata = { title: 'People' }

const ON_PAGE = 25
const STATUSES = [
  { value: 'active', label: 'Active' },
  { value: 'invited', label: 'Invited' },
  { value: 'suspended', label: 'Suspended' },
  { value: 'ended', label: 'Removed' },
]

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, principal, organization, base, locale, zone, can } = portal
  if (!can('member.read')) return <NoAccess portal={portal} needs="member.read" />
  const path = `${base}/people`
  const wish = wishIn(search)
  const pages = trailOf(search, path, wish)
  const [found, roles, branches] = await Promise.all([
    listMembers(reader, { organization: organization.id, ...wish, cursor: idOf({ after: pages.cursor }, 'after'), limit: ON_PAGE + 1 }),
    can('role.read') ? rolesIn(reader, organization.id) : [],
    branchesOf(reader, organization.id),
  ])
  const rows = found.slice(0, ON_PAGE)
  return (
    <>
      <PageHeader
        title="People"
        description={`Who works in ${organization.name} and what they may do.`}
        tabs={<PeopleTabs base={base} can={can} current="people" />}
        actions={can('member.invite') ? <InvitePerson organization={organization.slug} target={organization.id} roles={roles} branches={branches} /> : null}
      />
      <Filters path={path} wish={wish} roles={roles} />
      <ListFrame
        isEmpty={rows.length === 0}
        pages={pages.links(nextOf(found))}
        empty={<Nobody path={path} isSearch={Object.values(wish).some((value) => value !== undefined)} />}
      >
        <SelectRows organization={organization.slug} noun="person" plural="people" deeds={deedsFor(can)}>
        <PeopleTable
          people={rows}
          me={principal.id}
          organization={organization.slug}
          roles={roles}
          branches={branches}
          path={path}
          rights={{ roles: can('member.assign-role'), suspend: can('member.suspend'), invite: can('member.invite'), sessions: can('session.read') }}
          {...{ locale, zone }}
        />
        </SelectRows>
      </ListFrame>
    </>
  )
}

const MANY: readonly (ManyDeed & { needs: string })[] = [
  { collection: 'memberships', verb: 'suspend', label: 'Suspend', asks: 'confirm', isDangerous: true, needs: 'member.suspend' },
  { collection: 'memberships', verb: 'reinstate', label: 'Reinstate', asks: 'confirm', isDangerous: false, needs: 'member.suspend' },
  { collection: 'invitations', verb: 'resend', label: 'Send invitation again', asks: 'confirm', isDangerous: false, needs: 'member.invite', by: 'also' },
]

const deedsFor = (can: (permission: string) => boolean): ManyDeed[] => MANY.filter(({ needs }) => can(needs)).map(({ needs: _, ...deed }) => deed)

const wishIn = (search: Search) => ({
  q: one(search, 'q')?.slice(0, 80),
  status: oneOf(search, 'status', ['invited', 'active', 'suspended', 'ended']),
  role: one(search, 'role')?.slice(0, 60),
})

const nextOf = (found: readonly { id: string }[]): string | null => (found.length > ON_PAGE ? (found[ON_PAGE - 1]?.id ?? null) : null)

function Filters({ path, wish: { q, status, role }, roles }: { path: string; wish: ReturnType<typeof wishIn>; roles: readonly RoleOption[] }) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3">
      <SearchInput label="Search people" placeholder="Name or e-mail" action={path} defaultValue={q} keep={keptOf({ status, role })} className="max-w-md" />
      <form action={path} className="flex flex-wrap gap-3">
        {q ? <input type="hidden" name="q" value={q} /> : null}
        <SubmittingSelect name="status" aria-label="Status" placeholder="Any status" defaultValue={status ?? ''} options={STATUSES} className="w-40" />
        {roles.length > 0 ? <SubmittingSelect name="role" aria-label="Role" placeholder="Any role" defaultValue={role ?? ''} options={roles.map(({ id, name }) => ({ value: id, label: name }))} className="w-52" /> : null}
      </form>
    </div>
  )
}

function Nobody({ path, isSearch }: { path: string; isSearch: boolean }) {
  return (
    <EmptyState icon={Users} title={isSearch ? 'Nobody matches' : 'Nobody here yet'} action={isSearch ? <ButtonLink href={path}>Show everybody</ButtonLink> : null}>
      {isSearch ? 'Try a part of the name or the e-mail address.' : 'Invite the people who order and receive goods.'}
    </EmptyState>
  )
}
