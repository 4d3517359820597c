import type { ImportView } from '@/domain/core'

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** The state of an import in a word and a tone. */
export function stateOf({ state, isDryRun, failedRows }: Pick<ImportView, 'state' | 'isDryRun' | 'failedRows'>): { label: string; tone: Tone } {
  switch (state) {
    case 'ready':
      return { label: 'Uploaded', tone: 'neutral' }
    case 'waiting':
    case 'running':
      return { label: isDryRun ? 'Trying' : 'Running', tone: 'info' }
    case 'failed':
      return { label: 'Stopped', tone: 'danger' }
    case 'undoing':
      return { label: 'Taking back', tone: 'info' }
    case 'undone':
      return { label: 'Taken back', tone: 'neutral' }
    default:
      return isDryRun ? { label: 'Tried', tone: failedRows > 0 ? 'warning' : 'success' } : { label: 'Imported', tone: failedRows > 0 ? 'warning' : 'success' }
  }
}

/** Whether something is still going on, so that a page should look again. */
export function isGoing({ state }: Pick<ImportView, 'state'>): boolean {
  return state === 'waiting' || state === 'running' || state === 'undoing'
}
