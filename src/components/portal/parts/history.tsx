import { DateText } from '@/components/ui/money'
import { Timeline } from '@/components/ui/timeline'
import type { TimelineEntry } from '@/domain/core'

export interface HistoryProps {
  entries: readonly TimelineEntry[]
  locale: string
  zone: string
}

/** What happened to a document, newest first, with who did it. */
export function History({ entries, locale, zone }: HistoryProps) {
  return (
    <Timeline
      entries={entries.map(({ at, label, by, changes, name }) => ({
        title: label,
        at: <DateText at={at} style="datetime" locale={locale} zone={zone} />,
        by,
        tone: toneOf(name),
        children: reasonIn(changes),
      }))}
    />
  )
}

const reasonIn = (changes: TimelineEntry['changes']): string | undefined => {
  const reason = changes.find(({ field }) => field === 'cancelReason' || field === 'voidReason')?.to
  return typeof reason === 'string' ? reason : undefined
}

const TONES = { cancelled: 'danger', voided: 'danger', delivered: 'success', paid: 'success', shipped: 'info', confirmed: 'info' } as const

function toneOf(name: string) {
  const verb = name.split('.').at(-1) ?? ''
  return verb in TONES ? TONES[verb as keyof typeof TONES] : 'neutral'
}
