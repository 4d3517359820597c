import { finishImport, recordImportRows, startImport } from '@/domain/core/operations/track-import'
import { perform } from '@/platform/perform'
import { poolOf } from '@/platform/db/pool'
import { progressBar } from './progress'
import { readRecords } from '@/platform/import/read-records'
import { runStep, type Known, type Outcome, type State } from '@/platform/import/run-step'
import type { Run, Source, Step } from '@/platform/import/step'

const BATCH = 100

export interface Summary {
  counts: Record<string, Record<State, number>>
  failures: Outcome[]
}

/**
 * Runs all steps in order. Rows are kept in batches together with the progress, so a killed run is taken up where it
 * was: what exists is found by natural key, what did not change is left alone. A dry run writes nothing at all.
 */
export async function runImport(run: Run, steps: readonly Step[], isDryRun: boolean): Promise<Summary> {
  const work = await readAll(run.folder, steps)
  const known = await knownHashes(run)
  const total = work.reduce((sum, { rows }) => sum + rows.length, 0)
  const id = isDryRun ? null : (await perform(startImport, { source: run.folder.split('/').at(-1), totalRows: total }, run.caller())).run
  const tracker: Tracker = { id, done: 0, failed: 0, waiting: [], summary: { counts: {}, failures: [] } }
  try {
    for (const { step, rows } of work) await runOne(run, step, rows, known, tracker)
    await finish(run, tracker, 'done', null)
  } catch (error) {
    await finish(run, tracker, 'failed', error instanceof Error ? error.message : String(error))
    throw error
  }
  return tracker.summary
}

interface Tracker {
  id: string | null
  done: number
  failed: number
  waiting: { step: string; outcome: Outcome }[]
  summary: Summary
}

async function runOne(run: Run, step: Step, rows: readonly Source[], known: Known, tracker: Tracker): Promise<void> {
  const show = progressBar(step.name, rows.length)
  const counts: Record<State, number> = { created: 0, updated: 0, unchanged: 0, failed: 0 }
  tracker.summary.counts[step.name] = counts
  for await (const outcome of runStep(run, step, rows, known, tracker.id === null)) {
    counts[outcome.state] += 1
    tracker.done += 1
    if (outcome.state === 'failed') {
      tracker.failed += 1
      tracker.summary.failures.push(outcome)
    }
    if (outcome.state !== 'unchanged') tracker.waiting.push({ step: step.name, outcome })
    show(counts.created + counts.updated + counts.unchanged + counts.failed, counts.failed)
    if (tracker.waiting.length >= BATCH) await record(run, tracker)
  }
  if (rows.length === 0) show(0, 0)
  await record(run, tracker)
}

async function record(run: Run, tracker: Tracker): Promise<void> {
  const { id, done: doneRows, failed: failedRows } = tracker
  const rows = tracker.waiting.map(({ step, outcome }) => ({
    ...outcome,
    naturalKey: outcome.naturalKey === null ? null : `${step}:${outcome.naturalKey}`.slice(0, 200),
  }))
  tracker.waiting = []
  if (id !== null) await perform(recordImportRows, { run: id, doneRows, failedRows, rows }, run.caller())
}

async function finish(run: Run, { id, summary }: Tracker, state: 'done' | 'failed', error: string | null): Promise<void> {
  if (id !== null) await perform(finishImport, { run: id, state, counts: summary.counts, error }, run.caller())
}

async function readAll(folder: string, steps: readonly Step[]): Promise<{ step: Step; rows: Source[] }[]> {
  const files = new Map<string, Source[]>()
  const work: { step: Step; rows: Source[] }[] = []
  for (const step of steps) {
    const records = files.get(step.file) ?? (await readRecords(folder, step.file))
    files.set(step.file, records)
    work.push({ step, rows: step.derive ? step.derive(records) : records })
  }
  return work
}

async function knownHashes(run: Run): Promise<Known> {
  const { rows } = await poolOf(run.payload).query<{ key: string; hash: string }>(
    `select distinct on (natural_key) natural_key as key, row_hash as hash from import_rows
     where organization_id = $1 and state in ('created', 'updated') and natural_key is not null order by natural_key, id desc`,
    [run.organization.id],
  )
  return new Map(rows.map(({ key, hash }) => [key, hash]))
}
