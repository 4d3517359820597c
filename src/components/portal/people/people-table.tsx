import { MemberMenu, type MemberRights } from '@/components/portal/people/member-menu'
import type { RoleChoice } from '@/components/portal/people/role-fields'
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
  roles: readonly RoleChoice[]
  rights: MemberRights
  locale: string
  zone: string
}

const STATES: Record<MemberView['status'], { label: string; tone: Tone }> = {
  invited: { label: 'Invited', tone: 'info' },
  active: { label: 'Active', tone: 'success' },
  suspended: { label: 'Suspended', tone: 'danger' },
  ended: { label: 'Removed', tone: 'neutral' },
}

/** Members with their roles and what may be done with each. */
export function PeopleTable({ people, me, organization, roles, rights, locale, zone }: PeopleTableProps) {
  const isManaged = rights.roles || rights.suspend || rights.invite
  const columns: Column<MemberView>[] = [
    {
      key: 'name',
      header: 'Name',
      lead: true,
      cell: (row) => (
        <span className="grid">
          <span>
            {row.name}
            {row.user === me ? <span className="font-normal text-subtle"> (you)</span> : null}
          </span>
          <span className="text-sm font-normal text-muted [overflow-wrap:anywhere]">{row.email}</span>
        </span>
      ),
    },
    { key: 'roles', header: 'Roles', cell: (row) => row.roles.map(({ name }) => name).join(', ') || <span className="text-subtle">None</span> },
    { key: 'status', header: 'Status', cell: (row) => <StatusBadge {...STATES[row.status]} /> },
    { key: 'since', header: 'Since', cell: (row) => <DateText at={row.createdAt} locale={locale} zone={zone} /> },
    ...(isManaged
      ? [
          {
            key: 'menu',
            header: <span className="sr-only">Actions</span>,
            align: 'end' as const,
            label: false as const,
            cell: (row: MemberView) => (row.user === me ? null : <MemberMenu organization={organization} member={{ id: row.id, name: row.name, status: row.status, invitation: row.invitation?.id ?? null, roles: row.roles.map(({ role }) => role) }} roles={roles} rights={rights} />),
          },
        ]
      : []),
  ]
  return <Table caption="People" columns={columns} rows={people} rowKey={(row) => row.id} />
}
