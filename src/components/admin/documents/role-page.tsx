import { rolePage, type RolePage as RoleDetails, type RoleView } from '@/domain/identity'
import { timelineOf } from '@/domain/core/queries/timeline'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import { permissionGroups } from '@/components/people/catalogue'
import { CopyRole } from '@/components/people/copy-role'
import { PermissionMatrix } from '@/components/people/permission-matrix'
import { RoleTools } from '@/components/people/role-tools'

const LIST = '/admin/collections/roles'
const KINDS: Readonly<Record<RoleView['audience'], string>> = { hq: 'headquarters', dealer: 'dealers', supplier: 'suppliers', partner: 'partners' }

/** One role: what it allows, in sentences, and what differs from the built-in one it was copied from. */
export function RolePage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="roles" list="Roles" read={({ reader }, id) => rolePage(reader, id)} title={({ name }) => name}>
      {async (role, { reader, reads, can, organization }) => {
        const history = can('audit.read') ? await timelineOf(reader, 'roles', role.id) : null
        return (
          <>
            <PageHead title={role.name} badge={<Badge tone={role.builtIn ? 'neutral' : 'info'} label={role.builtIn ? 'Built in' : 'Own role'} />} sub={role.description ?? `A role for people of ${KINDS[role.audience]}.`}>
              <RoleActions role={role} organization={organization.id} mayCopy={can('role.write')} />
            </PageHead>
            {role.builtIn ? <p className="tf-note">Built-in roles stay as they are. Copy this one to change what it allows.</p> : null}
            <div className="tf-columns">
              <Card title="What it allows" flush>
                <PermissionMatrix role={role} groups={permissionGroups} organization={organization.id} />
              </Card>
              <aside className="tf-stack" aria-label="About this role">
                <FactsCard role={role} />
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

function RoleActions({ role, organization, mayCopy }: { role: RoleDetails; organization: string; mayCopy: boolean }) {
  const { id, name, description, members } = role
  return (
    <div className="tf-actions">
      {role.canChange ? <RoleTools role={{ id, name, description, members }} organization={organization} listHref={LIST} /> : null}
      {mayCopy ? <CopyRole sources={[{ id, name, description }]} organization={organization} roleHref={LIST} label={role.builtIn ? 'Copy and change' : 'Copy'} /> : null}
    </div>
  )
}

function FactsCard({ role }: { role: RoleDetails }) {
  return (
    <Card title="Role">
      <Facts
        rows={[
          ['For people of', KINDS[role.audience]],
          ['Belongs to', <RecordLink key="of" to="organizations" id={role.organization}>{role.ownerName}</RecordLink>],
          ['Copied from', role.source ? <RecordLink key="from" to="roles" id={role.source.id}>{role.source.name}</RecordLink> : null],
          ['Members with it', String(role.members)],
          ['Key', <code key="key">{role.key}</code>],
        ]}
      />
    </Card>
  )
}
