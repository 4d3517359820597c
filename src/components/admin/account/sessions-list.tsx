import { EndSession } from '@/components/admin/account/end-session'
import { Badge } from '@/components/admin/frame/badge'
import { machineOf, originOf } from '@/components/security/words'
import { formatDate, formatRelative } from '@/components/ui/format'
import type { SessionView } from '@/domain/identity'

interface SessionsListProps {
  sessions: readonly SessionView[]
  mayEnd: boolean
  now: Date
  reads: { locale: string; zone: string }
}

/** Sessions as rows, each with the button that ends it. */
export function SessionsList({ sessions, mayEnd, now, reads }: SessionsListProps) {
  return (
    <ul className="tf-rows">
      {sessions.map((session) => (
        <li key={session.id}>
          <span>
            {machineOf(session)} {session.isCurrent ? <Badge tone="success" label="This one" /> : null}
            <br />
            <small className="tf-muted">
              {originOf(session)} · seen {formatRelative(session.lastSeenAt, now, reads.locale)} · since {formatDate(session.createdAt, 'datetime', reads)}
            </small>
          </span>
          {mayEnd && !session.isCurrent ? <EndSession path={`/sessions/${session.id}`} label="End" about={`the session of ${machineOf(session)}`} done="The session was ended" /> : null}
        </li>
      ))}
    </ul>
  )
}
