import type { ImportView } from '@/domain/core'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** The state of an import in a word and a tone. */
export function stateOf({ state, isDryRun, failedRows }: Pick<ImportView, 'state' | 'isDryRun' | 'failedRows'>): { label: string; tone: Tone } {
  if (state === 'done') return { label: isDryRun ? 'Tried' : 'Imported', tone: failedRows > 0 ? 'warning' : 'success' }
  if (state === 'waiting' || state === 'running') return { label: isDryRun ? 'Trying' : 'Running', tone: 'info' }
  return WORDS[state]
}

const WORDS: Readonly<Record<'ready' | 'failed' | 'undoing' | 'undone', { label: string; tone: Tone }>> = {
  ready: { label: 'Uploaded', tone: 'neutral' },
  failed: { label: 'Stopped', tone: 'danger' },
  undoing: { label: 'Taking back', tone: 'info' },
  undone: { label: 'Taken back', tone: 'neutral' },
}

/** "1 row", "2,000 rows". */
export function rowsOf(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en-US')} rows`
}

/** Whether something is still going on, so that a page should look again. */
export function isGoing({ state }: Pick<ImportView, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'undoing'
}
