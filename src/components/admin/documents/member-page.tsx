import { timelineOf } from '@/domain/core/queries/timeline'
import { memberAccess, memberActions, memberPage, rolesIn, type MemberAccess, type MemberView } from '@/domain/identity'
import { branchesOf } from '@/domain/network'
import { businessDay } from '@/kernel/period'
import type { Tone } from '@/kernel/machine'
import type { Action } from '@/platform/actions'
import { formatDate } from '@/components/ui/format'
import { ActionBar } from '@/components/admin/act/action-bar'
import { ErasePerson } from '@/components/admin/documents/erase-person'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { InvitationButtons } from '@/components/admin/documents/invitation-buttons'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { MemberSecurity } from '@/components/admin/account/member-security'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'
import { AccessList } from '@/components/people/access-list'
import { permissionGroups } from '@/components/people/catalogue'

const TONES: Readonly<Record<string, Tone>> = { invited: 'warning', active: 'success', suspended: 'danger', ended: 'neutral' }

/** One person in an organization: their roles there, and what may be changed. */
export function MemberPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="memberships" list="Members" read={({ reader }, id) => memberPage(reader, id)} title={({ name }) => name}>
      {async (member, { reader, reads, can, organization }) => {
        const [actions, access, branches, roles, history] = await Promise.all([
          memberActions(reader, member.id),
          memberAccess(reader, member.id),
          branchesOf(reader, member.organization),
          can('role.read') ? rolesIn(reader, member.organization) : [],
          can('audit.read') ? timelineOf(reader, 'memberships', member.id) : null,
        ])
        const document = { collection: 'users', list: 'memberships', id: member.id, title: member.name, currency: organization.currency, locale: reads.locale, today: businessDay(reader.now, organization.zone) }
        const erasure = erasureOf(member, { reader, can })
        const choices = roles.map(({ id, name, description }) => ({ value: id, label: name, hint: description }))
        return (
          <>
            <PageHead title={member.name} badge={<Badge tone={TONES[member.status] ?? 'neutral'} label={member.status.charAt(0).toUpperCase() + member.status.slice(1)} />} sub={`${member.email} · ${member.organizationName}`}>
              <div className="tf-actions">
                {member.invitation && can('member.invite') ? <InvitationButtons id={member.invitation.id} /> : null}
                <Erasure of={member} is={erasure} />
                <ActionBar actions={erasure === 'too-early' ? [...actions, NOT_YET] : actions} document={{ ...document, roles: choices, branches, held: member.roles.map(({ id: role, branch }) => ({ role, branch })) }} />
              </div>
            </PageHead>
            <div className="tf-columns">
              <div className="tf-stack">
                <RolesCard roles={member.roles} />
                <AccessCard access={access} name={member.name} mayOpenRoles={can('role.read')} />
              </div>
              <aside className="tf-stack" aria-label="About this person">
                <PersonCard member={member} reads={reads} />
                {can('session.read') ? <MemberSecurity reader={reader} member={member.id} mayEnd={can('session.end') && member.user !== reader.principal.id} reads={reads} /> : null}
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

const NOT_YET: Action = { verb: 'erase', label: 'Erase personal data', allowed: false, reason: 'The person still works here; remove the membership first.' }

type ErasureState = 'possible' | 'too-early' | 'none'

// A person who was erased has an address that leads nowhere.
function erasureOf({ user, status, email }: MemberView, { reader, can }: Pick<Work, 'reader' | 'can'>): ErasureState {
  if (!can('person.erase') || user === reader.principal.id || email.endsWith('@erased.invalid')) return 'none'
  return status === 'ended' ? 'possible' : 'too-early'
}

function Erasure({ of: { user, name, email }, is }: { of: MemberView; is: ErasureState }) {
  return is === 'possible' ? <ErasePerson user={user} name={name} email={email} /> : null
}

function RolesCard({ roles }: { roles: MemberView['roles'] }) {
  return (
    <Card title="Roles" flush>
      {roles.length === 0 ? <Empty title="No role yet">Without a role a person sees nothing.</Empty> : null}
      <ul className="tf-rows">
        {roles.map(({ id, name, branch, branchName }) => (
          <li key={`${id} ${branch ?? ''}`}>
            <span><RecordLink to="roles" id={id}>{name}</RecordLink></span>
            <span className="tf-muted">{branch ? `in ${branchName ?? 'one branch'}` : 'in the whole organization'}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function AccessCard({ access: { paused, permissions }, name, mayOpenRoles }: { access: MemberAccess; name: string; mayOpenRoles: boolean }) {
  return (
    <Card title="What this person may do, and why" flush>
      {paused ? <p className="tf-note" data-tone="warning">{paused} Nothing of it counts now.</p> : null}
      <AccessList held={permissions} groups={permissionGroups} name={name} roleHref={mayOpenRoles ? '/admin/collections/roles' : null} />
    </Card>
  )
}

function PersonCard({ member, reads }: { member: MemberView; reads: Work['reads'] }) {
  return (
    <Card title="Person">
      <Facts
        rows={[
          ['E-mail', member.email],
          ['Title', member.title],
          ['Organization', <RecordLink key="of" to="organizations" id={member.organization}>{member.organizationName}</RecordLink>],
          ['Since', formatDate(member.createdAt, 'date', reads)],
          ['Invitation until', member.invitation ? formatDate(member.invitation.expiresAt, 'datetime', reads) : null],
        ]}
      />
    </Card>
  )
}
