import type { BatchView } from '@/domain/core/queries/batches'

/** One deed that is offered for many rows of a list. */
export interface Deed {
  verb: string
  label: string
  asks: 'reason' | 'confirm'
  isDangerous: boolean
}

/** What a page shows of a batch as /api/v1 answers it. */
export type BatchState = Pick<BatchView, 'id' | 'state' | 'totalRows' | 'doneRows' | 'refusedRows' | 'error' | 'items'>

/** How often a page looks how far a batch is. */
export const LOOK_MS = 700

/** Rows of one batch. */
export const MOST = 1_000

/** What became of a row, in a word and a tone. */
export const ITEM_STATES = {
  waiting: { label: 'Waiting', tone: 'neutral' },
  done: { label: 'Done', tone: 'success' },
  refused: { label: 'Refused', tone: 'danger' },
} as const

/** Whether it still goes on, so that a page should look again. */
export function isGoing({ state }: BatchState): boolean {
  return state === 'waiting' || state === 'running'
}
