import Link from 'next/link'
import { MemberMenu, type MemberRights } from '@/components/portal/people/member-menu'
import { AllBox, RowBox } from '@/components/portal/select/row-box'
import type { RoleOption } from '@/components/people/role-choices'
import { StatusBadge } from '@/components/ui/badge'
import { DateText } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { Tone } from '@/components/ui/tone'
import type { MemberView } from '@/domain/identity'

export interface PeopleTableProps {
  people: readonly MemberView[]
  /** id of the person who looks */
  me: string
  organization: string
  roles: readonly RoleOption[]
  branches: readonly { id: string; name: string }[]
  /** `/dealer/<slug>/people`: where a person's page is. */
  path: string
  rights: MemberRights
  locale: string
  zone: string
}

/** A membership's state in words and tone. */
export const MEMBER_STATES: Record<MemberView['status'], { label: string; tone: Tone }> = {
  invited: { label: 'Invited', tone: 'info' },
  active: { label: 'Active', tone: 'success' },
  suspended: { label: 'Suspended', tone: 'danger' },
  ended: { label: 'Removed', tone: 'neutral' },
}

/** Members with their roles and what may be done with each. */
export function PeopleTable({ people, me, organization, roles, branches, path, rights, locale, zone }: PeopleTableProps) {
  const isManaged = rights.roles || rights.suspend || rights.invite
  const columns: Column<MemberView>[] = [
    ...(rights.suspend || rights.invite ? [{ key: 'pick', header: <AllBox />, label: false as const, className: 'pick', cell: (row: MemberView) => (row.user === me ? null : <RowBox id={row.id} name={row.name} also={row.invitation?.id} />) }] : []),
    {
      key: 'name',
      header: 'Name',
      lead: true,
      cell: (row) => (
        <span className="grid">
          <span>
            <Link href={`${path}/${row.id}`} className="link">
              {row.name}
            </Link>
            {row.user === me ? <span className="font-normal text-subtle"> (you)</span> : null}
          </span>
          <span className="text-sm font-normal text-muted [overflow-wrap:anywhere]">{row.email}</span>
        </span>
      ),
    },
    { key: 'roles', header: 'Roles', cell: (row) => row.roles.map(({ name, branchName }) => (branchName ? `${name} (${branchName})` : name)).join(', ') || <span className="text-subtle">None</span> },
    { key: 'status', header: 'Status', cell: (row) => <StatusBadge {...MEMBER_STATES[row.status]} /> },
    { key: 'since', header: 'Since', cell: (row) => <DateText at={row.createdAt} locale={locale} zone={zone} /> },
    ...(isManaged
      ? [
          {
            key: 'menu',
            header: <span className="sr-only">Actions</span>,
            align: 'end' as const,
            label: false as const,
            cell: (row: MemberView) => (row.user === me ? null : <MemberMenu organization={organization} member={{ id: row.id, name: row.name, status: row.status, invitation: row.invitation?.id ?? null, roles: row.roles.map(({ id, branch }) => ({ role: id, branch })) }} roles={roles} branches={branches} rights={rights} />),
          },
        ]
      : []),
  ]
  return <Table caption="People" columns={columns} rows={people} rowKey={(row) => row.id} />
}
