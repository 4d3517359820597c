import { Users } from 'lucide-react'
import type { Metadata } from 'next'
import { idOf, one, type PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal } from '../_portal/portal'
import { trailOf } from '../_portal/trail'
import { InvitePerson } from '@/components/portal/people/invite-person'
import { PeopleTable } from '@/components/portal/people/people-table'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { SearchInput } from '@/components/ui/search-input'
import { listMembers, rolesFor } from '@/domain/identity'

export const metadata: Metadata = { title: 'People' }

const ON_PAGE = 25

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, principal, organization, base, locale, zone, can } = portal
  if (!can('member.read')) return <NoAccess base={base} />
  const path = `${base}/people`
  const q = one(search, 'q')?.slice(0, 80)
  const pages = trailOf(search, path, { q })
  const [found, roles] = await Promise.all([
    listMembers(reader, { organization: organization.id, q, cursor: idOf({ after: pages.cursor }, 'after'), limit: ON_PAGE + 1 }),
    can('role.read') ? rolesFor(reader, 'dealer') : [],
  ])
  const rows = found.slice(0, ON_PAGE)
  return (
    <>
      <PageHeader
        title="People"
        description={`Who works in ${organization.name} and what they may do.`}
        actions={can('member.invite') ? <InvitePerson organization={organization.slug} target={organization.id} roles={roles} /> : null}
      />
      <div className="mb-4 flex">
        <SearchInput label="Search people" placeholder="Name or e-mail" action={path} defaultValue={q} className="max-w-md" />
      </div>
      <ListFrame
        isEmpty={rows.length === 0}
        pages={pages.links(nextOf(found))}
        empty={<Nobody path={path} isSearch={q !== undefined} />}
      >
        <PeopleTable
          people={rows}
          me={principal.id}
          organization={organization.slug}
          roles={roles}
          rights={{ roles: can('member.assign-role'), suspend: can('member.suspend'), invite: can('member.invite') }}
          {...{ locale, zone }}
        />
      </ListFrame>
    </>
  )
}

const nextOf = (found: readonly { id: string }[]): string | null => (found.length > ON_PAGE ? (found[ON_PAGE - 1]?.id ?? null) : null)

function Nobody({ path, isSearch }: { path: string; isSearch: boolean }) {
  return (
    <EmptyState icon={Users} title={isSearch ? 'Nobody matches' : 'Nobody here yet'} action={isSearch ? <ButtonLink href={path}>Show everybody</ButtonLink> : null}>
      {isSearch ? 'Try a part of the name or the e-mail address.' : 'Invite the people who order and receive goods.'}
    </EmptyState>
  )
}
