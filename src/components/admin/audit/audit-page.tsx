import type { AdminViewServerProps } from 'payload'
import { AuditFilters } from '@/components/admin/audit/audit-filters'
import { EntryButton } from '@/components/admin/audit/entry-button'
import { ExportAudit } from '@/components/admin/audit/export-audit'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import type { Work } from '@/components/admin/frame/work'
import { askedOf, OUTCOME_TONES, OUTCOME_WORDS, wishOf, withParts, type AskedAudit } from '@/components/audit/wish'
import { formatDate } from '@/components/ui/format'
import { listPrunings } from '@/domain/core/audit/prunings'
import { listAudit, type AuditView } from '@/domain/core/queries/audit'

const PATH = '/admin/audit'
const ON_PAGE = 50

/** Who did what in the network, found by person, record, action, organization, time and words. */
export function AuditPage(view: AdminViewServerProps) {
  const search = view.searchParams ?? {}
  return (
    <AdminPage view={view} crumbs={[{ label: 'Audit' }]} permission="audit.read">
      {async (work) => {
        const asked = askedOf(search)
        const after = typeof search['after'] === 'string' ? search['after'] : undefined
        const found = await listAudit(work.reader, wishOf(asked, after, ON_PAGE))
        const [pruned] = await listPrunings(work.reader)
        return (
          <>
            <PageHead title="Audit" sub="Who did what, for whom and from where. Nothing here can be changed.">
              {work.can('audit.export') && work.can('export.create') ? <ExportAudit organization={work.organization.id} of={asked.organization} from={asked.from} to={asked.to} /> : null}
            </PageHead>
            <AuditFilters asked={asked} path={PATH} names={namesOf(found.rows, asked)} />
            <Card title="Entries" note={asked.q && !asked.from ? 'Words are looked for in the last 92 days; choose a time to look further back.' : undefined} flush>
              {found.rows.length === 0 ? <Empty title="Nothing matches">Take a filter out or choose another time.</Empty> : <Entries rows={found.rows} asked={asked} work={work} />}
            </Card>
            {pruned ? <p className="tf-help">Entries sealed before {formatDate(pruned.before, 'date', work.reads)} were removed after their time; a signed statement says how many, and the rest is proven without them.</p> : null}
            <Pages asked={asked} after={after} next={found.nextCursor} />
          </>
        )
      }}
    </AdminPage>
  )
}

function Entries({ rows, asked, work: { reads } }: { rows: readonly AuditView[]; asked: AskedAudit; work: Work }) {
  return (
    <div className="tf-scroll">
      <table className="tf-table" data-narrow="cards">
        <thead>
          <tr>
            <th>What</th>
            <th>Who</th>
            <th>Where</th>
            <th>Result</th>
            <th>When</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="tf-prose">
                <EntryButton entry={row} links={linksOf(row, asked)} reads={reads} />
                <small>{summaryOf(row)}</small>
              </td>
              <td data-label="Who">{row.actor}</td>
              <td data-label="Where">{row.organizationName ?? row.onBehalfOfName ?? '–'}</td>
              <td data-label="Result">
                <Badge tone={OUTCOME_TONES[row.outcome]} label={OUTCOME_WORDS[row.outcome]} />
              </td>
              <td data-label="When">
                <time dateTime={new Date(row.at).toISOString()}>{formatDate(row.at, 'datetime', reads)}</time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Pages({ asked, after, next }: { asked: AskedAudit; after: string | undefined; next: string | null }) {
  if (!after && !next) return null
  return (
    <nav className="tf-actions" aria-label="Pages">
      {after ? (
        <a className="tf-button" href={withParts(PATH, asked, {})}>
          Newest
        </a>
      ) : null}
      {next ? (
        <a className="tf-button" href={withParts(PATH, asked, { after: next })}>
          Older
        </a>
      ) : null}
    </nav>
  )
}

function summaryOf({ outcome, reason, words, subjectType }: AuditView): string {
  const record = spokenRecord(subjectType)
  if (outcome === 'failure') return `${record}: ${(reason ?? '').replace(/^[A-Z_]+: /, '')}`
  const told = words.filter(({ from, to }) => from !== null || to !== null).map(({ sentence }) => sentence)
  const rest = told.length - 2
  const changes = [...told.slice(0, 2), ...(rest > 0 ? [`${rest} more`] : [])].join('; ')
  return changes ? `${record}: ${changes}` : record
}

function spokenRecord(type: string): string {
  const words = type.replaceAll('-', ' ').replace(/ies$/, 'y').replace(/s$/, '')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function linksOf({ actorId, organization, subject, subjectType }: AuditView, asked: AskedAudit) {
  return [
    ...(actorId && asked.actor !== actorId ? [{ label: 'All by this person', href: withParts(PATH, asked, { actor: actorId }) }] : []),
    ...(subject && asked.subject !== subject ? [{ label: 'All about this record', href: withParts(PATH, asked, { type: subjectType, subject }) }] : []),
    ...(organization && asked.organization !== organization ? [{ label: 'All of this organization', href: withParts(PATH, asked, { organization }) }] : []),
  ]
}

// The address holds ids; the rows that were found say how they are called.
function namesOf(rows: readonly AuditView[], asked: AskedAudit) {
  return {
    actor: rows.find((row) => row.actorId === asked.actor)?.actor,
    organization: rows.find((row) => row.organization === asked.organization)?.organizationName ?? undefined,
    subject: asked.type?.replaceAll('-', ' ').replace(/s$/, ''),
  }
}
