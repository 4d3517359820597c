import type { AdminViewServerProps } from 'payload'
import { Badge, StatusBadge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import type { Work } from '@/components/admin/frame/work'
import { EventButton } from '@/components/admin/security/event-button'
import { Threats } from '@/components/admin/security/threats'
import { SEVERITY_TONES, SHOWN_STATES, whoOf } from '@/components/admin/security/words'
import { formatDate } from '@/components/ui/format'
import { countOpenEvents, listSecurityEvents, listThreats, securityEvent, type SecurityEventView } from '@/domain/core/security/queries'
import { isDomainError } from '@/kernel/errors'

const PATH = '/admin/security'
const ON_PAGE = 50
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What looks like an attack: threats that go on, and every event with what was done about it. */
export function SecurityPage(view: AdminViewServerProps) {
  const search = view.searchParams ?? {}
  const asked = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined)
  return (
    <AdminPage view={view} crumbs={[{ label: 'Security' }]} permission="security.read">
      {async (work) => {
        const state = SHOWN_STATES.find(({ key }) => key === asked('status')) ?? SHOWN_STATES[0]
        const address = asked('address')
        const wish = {
          ...{ status: state.status, kind: asked('kind'), address, limit: ON_PAGE },
          ...{ person: idIn(asked('person')), cursor: idIn(asked('after')) },
        }
        const [counts, threats, found, named] = await Promise.all([
          countOpenEvents(work.reader),
          listThreats(work.reader),
          listSecurityEvents(work.reader, wish),
          namedEvent(work, idIn(asked('event'))),
        ])
        const keep = { kind: wish.kind, person: wish.person, address }
        return (
          <>
            <PageHead title="Security" sub="What looks like an attack, and what became of it." />
            <Counts counts={counts} />
            <Threats threats={threats} path={PATH} reads={work.reads} />
            <Card title="Events" action={<Tabs chosen={state.key} keep={keep} />} flush>
              {found.rows.length === 0 ? <Empty title="Nothing here">{state.key === 'waiting' ? 'Every event was looked at.' : 'No event matches.'}</Empty> : <Events rows={found.rows} work={work} />}
            </Card>
            {found.nextCursor ? (
              <nav className="tf-actions" aria-label="Pages">
                <a className="tf-button" href={linkTo({ ...keep, status: state.key, after: found.nextCursor })}>
                  Older
                </a>
              </nav>
            ) : null}
            {named ? <EventButton event={named} mayTriage={work.can('security.triage')} reads={work.reads} isOpen /> : null}
          </>
        )
      }}
    </AdminPage>
  )
}

const idIn = (text: string | undefined): string | undefined => (text && UUID.test(text) ? text : undefined)

async function namedEvent({ reader }: Work, id: string | undefined): Promise<SecurityEventView | null> {
  if (!id) return null
  try {
    return await securityEvent(reader, id)
  } catch (error) {
    if (isDomainError(error)) return null
    throw error
  }
}

function Counts({ counts }: { counts: Awaited<ReturnType<typeof countOpenEvents>> }) {
  const figures = [
    { label: 'Critical', count: counts.critical, tone: 'danger' },
    { label: 'High', count: counts.high, tone: 'danger' },
    { label: 'Medium', count: counts.medium, tone: 'warning' },
    { label: 'Low', count: counts.low, tone: undefined },
  ]
  return (
    <div className="tf-stats">
      {figures.map(({ label, count, tone }) => (
        <div key={label} className="tf-stat" data-tone={count > 0 ? tone : undefined}>
          <span>{label}</span>
          <strong>{count}</strong>
          <span>{count === 1 ? 'event waits' : 'events wait'}</span>
        </div>
      ))}
    </div>
  )
}

function Tabs({ chosen, keep }: { chosen: string; keep: Record<string, string | undefined> }) {
  const isNarrow = Object.values(keep).some(Boolean)
  return (
    <div className="tf-actions">
      {SHOWN_STATES.map(({ key, label }) => (
        <a key={key} className="tf-link" href={linkTo({ ...keep, status: key })} {...(key === chosen ? { 'aria-current': 'true' as const } : {})}>
          {label}
        </a>
      ))}
      {isNarrow ? (
        <a className="tf-link" href={linkTo({ status: chosen })}>
          Show all again
        </a>
      ) : null}
    </div>
  )
}

function Events({ rows, work: { reads, can } }: { rows: readonly SecurityEventView[]; work: Work }) {
  return (
    <div className="tf-scroll">
      <table className="tf-table" data-narrow="cards">
        <thead>
          <tr>
            <th>What</th>
            <th>Severity</th>
            <th>Who</th>
            <th>From</th>
            <th>State</th>
            <th>Last</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="tf-prose">
                <EventButton event={row} mayTriage={can('security.triage')} reads={reads} />
                <small>
                  {row.organizationName}
                  {row.count > 1 ? ` · ${row.count} times` : ''}
                </small>
              </td>
              <td data-label="Severity">
                <Badge tone={SEVERITY_TONES[row.severity]} label={row.severity.charAt(0).toUpperCase() + row.severity.slice(1)} />
              </td>
              <td data-label="Who">{whoOf(row)}</td>
              <td data-label="From">{row.address ?? '–'}</td>
              <td data-label="State">
                <StatusBadge machine="security-event" state={row.status} />
              </td>
              <td data-label="Last">{formatDate(row.lastAt, 'datetime', reads)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function linkTo(parts: Record<string, string | undefined>): string {
  const given = Object.entries(parts).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return given.length === 0 ? PATH : `${PATH}?${new URLSearchParams(given).toString()}`
}
