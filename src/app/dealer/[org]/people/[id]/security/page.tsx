import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { hrefOf, isId, one, type PageProps, type Search } from '../../../_portal/address'
import { NoAccess } from '../../../_portal/no-access'
import { dealerPortal, orNotFound } from '../../../_portal/portal'
import { DeedButton } from '@/components/portal/client/deed-button'
import { SessionsCard } from '@/components/portal/security/sessions-card'
import { SignInsCard } from '@/components/portal/security/sign-ins-card'
import { PageHeader } from '@/components/ui/page-header'
import { memberPage, memberSessions, memberSignIns, type MemberView } from '@/domain/identity'

export const metadata: Metadata = { title: 'Security of a person' }

export default async function Page({ params, searchParams }: PageProps<{ id: string }>) {
  const [{ org, id }, search] = await Promise.all([params, searchParams])
  const portal = await dealerPortal(org)
  const { reader, principal, organization, base, locale, zone, can } = portal
  if (!can('session.read')) return <NoAccess portal={portal} needs="session.read" />
  if (!isId(id)) notFound()
  const cursor = cursorIn(search)
  const member = await orNotFound(memberPage(reader, id))
  const [sessions, signIns] = await Promise.all([memberSessions(reader, member.id), memberSignIns(reader, member.id, { cursor, limit: 20 })])
  const path = `${base}/people/${member.id}/security`
  const mayEnd = can('session.end') && member.user !== principal.id
  return (
    <>
      <PageHeader
        title={member.name}
        description={`${member.email} · ${rolesOf(member)}`}
        crumbs={[{ label: 'People', href: `${base}/people` }, { label: member.name }]}
        actions={mayEnd && member.status === 'active' ? <DeedButton organization={organization.slug} path={`/users/${member.id}/order-password`} done={`${member.name} was asked for a new password`}>Ask for a new password</DeedButton> : null}
      />
      <div className="grid max-w-4xl gap-6">
        <SessionsCard
          title="Where this person is signed in"
          description="A session that is ended is worth nothing at once."
          sessions={sessions}
          organization={organization.slug}
          endAll={{ path: `/users/${member.id}/sessions`, label: 'Sign out everywhere', done: `${member.name} was signed out everywhere` }}
          mayEnd={mayEnd}
          now={reader.now}
          {...{ locale, zone }}
        />
        <SignInsCard
          signIns={signIns.rows}
          pages={{ previousHref: cursor ? path : null, nextHref: signIns.nextCursor ? hrefOf(path, { before: signIns.nextCursor }) : null }}
          {...{ locale, zone }}
        />
      </div>
    </>
  )
}

const cursorIn = (search: Search): string | undefined => /^\d{1,18}$/.exec(one(search, 'before') ?? '')?.[0]

const rolesOf = ({ roles }: MemberView): string => roles.map(({ name }) => name).join(', ') || 'no role'
