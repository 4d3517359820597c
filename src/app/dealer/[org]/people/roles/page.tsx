import type { Metadata } from 'next'
import type { PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal } from '../../_portal/portal'
import { CopyRole } from '@/components/people/copy-role'
import { PeopleTabs } from '@/components/portal/people/people-tabs'
import { StatusBadge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { Table } from '@/components/ui/table'
import Link from 'next/link'
import { rolesIn } from '@/domain/identity'

export const metadata: Metadata = { title: 'Roles' }

export default async function Page({ params }: PageProps) {
  const portal = await dealerPortal((await params).org)
  const { reader, organization, base, can } = portal
  if (!can('role.read')) return <NoAccess portal={portal} needs="role.read" />
  const roles = await rolesIn(reader, organization.id)
  const path = `${base}/people/roles`
  return (
    <>
      <PageHeader
        title="Roles"
        description="What people may do comes from their roles. Built-in ones stay as they are; copy one to have it your way."
        tabs={<PeopleTabs base={base} can={can} current="roles" />}
        actions={can('role.write') ? <CopyRole sources={roles.map(({ id, name, description }) => ({ id, name, description }))} organization={organization.slug} roleHref={path} /> : null}
      />
      <section className="card">
        <Table
          caption="Roles"
          rows={roles}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              header: 'Role',
              lead: true,
              cell: ({ id, name, description }) => (
                <span className="grid">
                  <Link href={`${path}/${id}`} className="link">
                    {name}
                  </Link>
                  <span className="text-sm font-normal text-muted">{description}</span>
                </span>
              ),
            },
            { key: 'kind', header: 'Kind', cell: ({ builtIn, organization: owner, ownerName }) => <StatusBadge label={builtIn ? 'Built in' : owner === organization.id ? 'Own' : ownerName} tone={builtIn ? 'neutral' : 'info'} /> },
            { key: 'permissions', header: 'Permissions', align: 'number', cell: ({ permissions }) => permissions.length },
            { key: 'members', header: 'People with it', align: 'number', cell: ({ id, members }) => (members > 0 && can('member.read') ? <Link href={`${base}/people?role=${id}`} className="link">{members}</Link> : members) },
          ]}
        />
      </section>
    </>
  )
}
