import { listRoles } from '@/domain/identity'
import type { Work } from '@/components/admin/frame/work'
import { branchesOf } from '@/domain/network'
import { permissionGroups } from '@/components/people/catalogue'
import { CopyRole } from '@/components/people/copy-role'
import { NewKey } from '@/components/people/new-key'

/** What is made above the lists of roles and API keys. */
export async function PeopleTools({ slug, work }: { slug: string; work: Work }) {
  const { reader, principal, organization, can } = work
  if (slug === 'roles' && can('role.write')) {
    const roles = await listRoles(reader)
    return <CopyRole sources={roles.map(({ id, name, description, ownerName, builtIn }) => ({ id, name: builtIn ? name : `${name} · ${ownerName}`, description }))} organization={organization.id} roleHref="/admin/collections/roles" />
  }
  if (slug !== 'api-keys' || !can('api-key.write')) return null
  const branches = await branchesOf(reader, organization.id)
  const grants = principal.memberships.flatMap((membership) => membership.grants)
  return (
    <NewKey
      organization={{ id: organization.id, name: organization.name }}
      groups={permissionGroups}
      held={[...new Set(grants.map(({ permission }) => permission))]}
      branches={branches}
      canReachDown={grants.some(({ reach, branch }) => reach === 'network' && branch === null)}
    />
  )
}
