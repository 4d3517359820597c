import type { TimelineEntry } from '@/domain/core/queries/timeline'
import { formatDate } from '@/components/ui/format'
import { Card, Empty } from '@/components/admin/frame/card'
import type { Work } from '@/components/admin/frame/work'

/** What happened to a document, the newest first, with who did it and which fields changed; null for whoever may not read that. */
export function TimelineCard({ entries, reads }: { entries: readonly TimelineEntry[] | null; reads: Work['reads'] }) {
  if (entries === null) return null
  return (
    <Card title="Timeline" flush>
      {entries.length === 0 ? <Empty title="Nothing recorded yet" /> : null}
      <ol className="tf-timeline">
        {entries.map(({ id, at, label, by, outcome, reason, words }) => (
          <li key={id} data-tone={outcome === 'failure' ? 'danger' : undefined}>
            <span>{outcome === 'failure' ? `${label}: refused` : label}</span>
            {reason ? <span className="tf-muted">{reason.replace(/^[A-Z_]+: /, '')}</span> : null}
            <Changes words={words} />
            <span className="tf-small">
              <time dateTime={new Date(at).toISOString()}>{formatDate(at, 'datetime', reads)}</time> · {by}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

const SHOWN = 4

// A new document sets dozens of fields at once; what it was made with is on the page already.
function Changes({ words }: Pick<TimelineEntry, 'words'>) {
  const told = words.filter(({ from, to }) => from !== null || to !== null)
  const changed = told.length > SHOWN ? told.filter(({ from, field }) => from !== null || field === 'status') : told
  const [shown, rest] = [changed.slice(0, SHOWN), changed.length - SHOWN]
  if (shown.length === 0) return null
  return <span className="tf-muted">{[...shown.map(({ sentence }) => sentence), ...(rest > 0 ? [`${rest} more`] : [])].join('; ')}</span>
}
