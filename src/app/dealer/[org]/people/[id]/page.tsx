import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isId, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal, orNotFound } from '../../_portal/portal'
import { AccessList } from '@/components/people/access-list'
import { permissionGroups } from '@/components/people/catalogue'
import { MEMBER_STATES } from '@/components/portal/people/people-table'
import { Alert } from '@/components/ui/alert'
import { StatusBadge } from '@/components/ui/badge'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { memberAccess } from '@/domain/identity'

export const metadata: Metadata = { title: 'Person' }

export default async function Page({ params }: PageProps<{ id: string }>) {
  const { org, id } = await params
  const portal = await dealerPortal(org)
  const { reader, base, can } = portal
  if (!can('member.read')) return <NoAccess portal={portal} needs="member.read" />
  if (!isId(id)) notFound()
  const { member, permissions, paused } = await orNotFound(memberAccess(reader, id))
  const roles = member.roles.map(({ name, branchName }) => (branchName ? `${name} in ${branchName}` : name)).join(', ')
  return (
    <>
      <PageHeader
        title={member.name}
        badge={<StatusBadge {...MEMBER_STATES[member.status]} />}
        description={`${member.email} · ${roles || 'no role'}`}
        crumbs={[{ label: 'People', href: `${base}/people` }, { label: member.name }]}
        actions={can('session.read') ? <ButtonLink href={`${base}/people/${member.id}/security`}>Security</ButtonLink> : null}
      />
      <div className="grid max-w-4xl gap-4">
        {paused ? <Alert tone="warning" title={paused}>Nothing below counts now.</Alert> : null}
        <Card title="What this person may do, and why" description="Each permission with the role that gives it and where it counts." flush>
          <AccessList held={permissions} groups={permissionGroups} name={member.name} roleHref={`${base}/people/roles`} />
        </Card>
      </div>
    </>
  )
}
