import { Laptop, Smartphone, Terminal } from 'lucide-react'
import { DeedButton } from '@/components/portal/client/deed-button'
import { machineOf, originOf } from '@/components/security/words'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { DateText } from '@/components/ui/money'
import type { SessionView } from '@/domain/identity'

export interface SessionsCardProps {
  title: string
  description: string
  sessions: readonly SessionView[]
  organization: string
  /** ends all but the present one */
  endAll?: { path: string; label: string; done: string } | undefined
  mayEnd: boolean
  locale: string
  zone: string
  now: Date
}

/** Where somebody is signed in, each session with the button that ends it. */
export function SessionsCard({ title, description, sessions, organization, endAll, mayEnd, locale, zone, now }: SessionsCardProps) {
  const hasOthers = sessions.some((one) => !one.isCurrent)
  return (
    <Card
      title={title}
      description={description}
      flush
      actions={endAll && mayEnd && hasOthers ? <DeedButton organization={organization} path={endAll.path} method="DELETE" done={endAll.done} variant="danger-quiet" size="sm">{endAll.label}</DeedButton> : null}
    >
      {sessions.length === 0 ? <p className="card-body text-muted">Nowhere at the moment.</p> : null}
      <ul className="list-rows">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <div className="flex min-w-0 flex-1 basis-72 items-start gap-3">
              <DeviceIcon device={session.device} />
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium">
                  {machineOf(session)} {session.isCurrent ? <Badge tone="success">This one</Badge> : null}
                </p>
                <p className="text-sm text-muted">{originOf(session)}</p>
                <p className="text-sm text-subtle">
                  Seen <DateText at={session.lastSeenAt} style="relative" now={now} locale={locale} zone={zone} />, signed in <DateText at={session.createdAt} style="datetime" locale={locale} zone={zone} />
                </p>
              </div>
            </div>
            {session.isCurrent || !mayEnd ? null : (
              <DeedButton organization={organization} path={`/sessions/${session.id}`} method="DELETE" done="The session was ended" size="sm" aria-label={`End the session of ${machineOf(session)}`}>
                End
              </DeedButton>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function DeviceIcon({ device }: { device: string | null }) {
  const Icon = device === 'Phone' || device === 'Tablet' ? Smartphone : device === 'Program' ? Terminal : Laptop
  return <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-subtle" />
}
