import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { isId, type PageProps } from '../../../_portal/address'
import { NoAccess } from '../../../_portal/no-access'
import { dealerPortal, orNotFound, type Portal } from '../../../_portal/portal'
import { permissionGroups } from '@/components/people/catalogue'
import { CopyRole } from '@/components/people/copy-role'
import { PermissionMatrix } from '@/components/people/permission-matrix'
import { RoleTools } from '@/components/people/role-tools'
import { Alert } from '@/components/ui/alert'
import { StatusBadge } from '@/components/ui/badge'
import { PageHeader } from '@/components/ui/page-header'
import { rolePage, type RolePage } from '@/domain/identity'

export const metadata: Metadata = { title: 'Role' }

export default async function Page({ params }: PageProps<{ id: string }>) {
  const { org, id } = await params
  const portal = await dealerPortal(org)
  const { reader, organization, base, can } = portal
  if (!can('role.read')) return <NoAccess portal={portal} needs="role.read" />
  if (!isId(id)) notFound()
  const role = await orNotFound(rolePage(reader, id))
  const path = `${base}/people/roles`
  return (
    <>
      <PageHeader
        title={role.name}
        badge={<StatusBadge label={role.builtIn ? 'Built in' : 'Own role'} tone={role.builtIn ? 'neutral' : 'info'} />}
        description={[role.description, role.source ? `Copied from ${role.source.name}.` : '', heldBy(role.members)].filter(Boolean).join(' ')}
        crumbs={[{ label: 'Roles', href: path }, { label: role.name }]}
        actions={<RoleActions role={role} portal={portal} path={path} />}
      />
      <div className="grid max-w-4xl gap-4">
        {role.canChange ? null : <Alert tone="info" title={whyFixed(role)} />}
        <section className="card" aria-labelledby="role-allows">
          <h2 id="role-allows" className="sr-only">
            What it allows
          </h2>
          <PermissionMatrix role={role} groups={permissionGroups} organization={organization.slug} />
        </section>
      </div>
    </>
  )
}

function heldBy(members: number): string {
  if (members === 0) return 'Nobody has it.'
  return members === 1 ? 'One person has it.' : `${members} people have it.`
}

function whyFixed({ builtIn, ownerName }: RolePage): string {
  return builtIn ? 'Built-in roles stay as they are. Copy this one to change what it allows.' : `This role belongs to ${ownerName}. Copy it to change what it allows.`
}

function RoleActions({ role, portal: { organization, can }, path }: { role: RolePage; portal: Portal; path: string }) {
  const { id, name, description, members } = role
  return (
    <>
      {role.canChange ? <RoleTools role={{ id, name, description, members }} organization={organization.slug} listHref={path} /> : null}
      {can('role.write') ? <CopyRole sources={[{ id, name, description }]} organization={organization.slug} roleHref={path} label={role.builtIn ? 'Copy and change' : 'Copy'} /> : null}
    </>
  )
}
