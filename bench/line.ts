import type { Measured } from './load'

/** A row of the table: ours, the same as hand-written SQL in the same run, and what the target is. */
export interface Line {
  work: string
  ours: string
  floor: string
  /** ours beside SQL; empty where there is no such SQL */
  ratio: string
  target: string
}

/** A row over requests: how many per second, and how long one takes. */
export function throughputLine(work: string, ours: Measured, floor: Measured, target: string): Line {
  return { work, ours: spoken(ours), floor: spoken(floor), ratio: (ours.perSecond / floor.perSecond).toFixed(2), target }
}

/** A row over one duration, in milliseconds; the ratio is how many times as long as SQL it takes. */
export function durationLine(work: string, ours: { ms: number; note?: string }, floorMs: number | null, target: string): Line {
  const note = ours.note ? `; ${ours.note}` : ''
  const floor = floorMs === null ? { floor: '', ratio: '' } : { floor: `${floorMs.toFixed(1)} ms`, ratio: `${(ours.ms / floorMs).toFixed(1)} × as long` }
  return { work, ours: `${ours.ms.toFixed(0)} ms${note}`, ...floor, target }
}

/** A row without SQL beside it: scores, sizes, start-up. */
export function plainLine(work: string, ours: string, target: string): Line {
  return { work, ours, floor: '', ratio: '', target }
}

/** The rows as one table. */
export function tableOf(lines: readonly Line[]): string {
  const head = ['| work | ours | the same as SQL | ratio | target |', '| --- | --- | --- | --- | --- |']
  return [...head, ...lines.map(({ work, ours, floor, ratio, target }) => `| ${work} | ${ours} | ${floor} | ${ratio} | ${target} |`)].join('\n')
}

function spoken({ p50, p95, perSecond, failed }: Measured): string {
  const wrong = failed > 0 ? `, ${failed} FAILED` : ''
  return `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms${wrong}`
}
