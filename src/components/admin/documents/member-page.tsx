import { timelineOf } from '@/domain/core/queries/timeline'
import { memberActions, memberPage, rolesFor } from '@/domain/identity'
import { businessDay } from '@/kernel/period'
import type { Tone } from '@/kernel/machine'
import type { Reader } from '@/platform/reader'
import { formatDate } from '@/components/ui/format'
import { ActionBar } from '@/components/admin/act/action-bar'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { InvitationButtons } from '@/components/admin/documents/invitation-buttons'
import { TimelineCard } from '@/components/admin/documents/timeline-card'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty, Facts, RecordLink } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'

const TONES: Readonly<Record<string, Tone>> = { invited: 'warning', active: 'success', suspended: 'danger', ended: 'neutral' }

/** One person in an organization: their roles there, and what may be changed. */
export function MemberPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="memberships" list="Members" read={({ reader }, id) => memberPage(reader, id)} title={({ name }) => name}>
      {async (member, { reader, reads, can, organization }) => {
        const [actions, roles, history] = await Promise.all([
          memberActions(reader, member.id),
          can('role.read') ? givable(reader, member.organization === organization.id) : [],
          can('audit.read') ? timelineOf(reader, 'memberships', member.id) : [],
        ])
        const document = { collection: 'users', list: 'memberships', id: member.id, title: member.name, currency: organization.currency, locale: reads.locale, today: businessDay(reader.now, organization.zone) }
        const choices = roles.map(({ key, name }) => ({ value: key, label: name }))
        return (
          <>
            <PageHead title={member.name} badge={<Badge tone={TONES[member.status] ?? 'neutral'} label={member.status.charAt(0).toUpperCase() + member.status.slice(1)} />} sub={`${member.email} · ${member.organizationName}`}>
              <div className="tf-actions">
                {member.invitation && can('member.invite') ? <InvitationButtons id={member.invitation.id} /> : null}
                <ActionBar actions={actions} document={{ ...document, roles: choices, held: member.roles.map(({ role, branch }) => ({ role, branch })) }} />
              </div>
            </PageHead>
            <div className="tf-columns">
              <Card title="Roles" flush>
                {member.roles.length === 0 ? <Empty title="No role yet">Without a role a person sees nothing.</Empty> : null}
                <ul className="tf-rows">
                  {member.roles.map(({ role, name, branch }) => (
                    <li key={`${role} ${branch ?? ''}`}>
                      <span>{name}</span>
                      <span className="tf-muted">{branch ? 'in one branch' : 'in the whole organization'}</span>
                    </li>
                  ))}
                </ul>
              </Card>
              <aside className="tf-stack" aria-label="About this person">
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
                <TimelineCard entries={history} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

async function givable(reader: Reader, isOwn: boolean) {
  const kinds = isOwn ? ['hq'] : ['dealer', 'supplier']
  return (await Promise.all(kinds.map((kind) => rolesFor(reader, kind)))).flat()
}
