import type { ReactNode } from 'react'
import type { Tone } from '@/components/ui/tone'

export interface TimelineEntry {
  title: ReactNode
  /** When, ready to show: a `DateText` or a formatted string. */
  at: ReactNode
  by?: ReactNode
  tone?: Tone | undefined
  children?: ReactNode
}

/** What happened to a document, newest first or oldest first as given. */
export function Timeline({ entries, label = 'History' }: { entries: readonly TimelineEntry[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map((entry, index) => (
        <li key={index} data-tone={entry.tone ?? 'neutral'}>
          <span className="timeline-dot" aria-hidden />
          <div className="min-w-0">
            <p className="font-medium">{entry.title}</p>
            <p className="text-sm text-muted">
              {entry.at}
              {entry.by ? <> · {entry.by}</> : null}
            </p>
            {entry.children ? <div className="mt-1.5 text-sm">{entry.children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
