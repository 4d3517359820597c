import type { TimelineEntry } from '@/domain/core/queries/timeline'
import { formatDate } from '@/components/ui/format'
import { Card, Empty } from '@/components/admin/frame/card'
import type { Work } from '@/components/admin/frame/work'

/** What happened to a document, the newest first, with who did it and which fields changed. */
export function TimelineCard({ entries, reads }: { entries: readonly TimelineEntry[]; reads: Work['reads'] }) {
  return (
    <Card title="Timeline" flush>
      {entries.length === 0 ? <Empty title="Nothing recorded yet" /> : null}
      <ol className="tf-timeline">
        {entries.map(({ id, at, label, by, changes }) => (
          <li key={id}>
            <span>{label}</span>
            <Changes changes={changes} />
            <span className="tf-small">
              <time dateTime={new Date(at).toISOString()}>{formatDate(at, 'datetime', reads)}</time> · {by}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

// Amounts and pointers would be riddles here; the fields that people set are told by name, a status with both ends.
function Changes({ changes }: Pick<TimelineEntry, 'changes'>) {
  const status = changes.find(({ field }) => field === 'status')
  const fields = changes.filter(({ field, from }) => TOLD.has(field) && from !== undefined).map(({ field }) => spoken(field))
  const sentence = [status?.from ? `${spoken(String(status.from))} → ${spoken(String(status.to))}` : '', fields.length > 0 ? `changed ${fields.join(', ')}` : ''].filter((part) => part !== '')
  return sentence.length > 0 ? <span className="tf-muted">{sentence.join('; ')}</span> : null
}

const TOLD: ReadonlySet<string> = new Set(['note', 'internalNote', 'requestedOn', 'poReference', 'shipTo', 'creditLimitMinor', 'termsDays', 'tier', 'territory', 'priceList', 'name', 'phone', 'email', 'trackingNumber', 'carrier'])

function spoken(field: string): string {
  return field.replace(/(Minor|Micro)$/, '').replaceAll('-', ' ').replace(/([A-Z])/g, ' $1').toLowerCase()
}
