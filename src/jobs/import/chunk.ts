import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import { claimImportRows, recordImportRows } from '@/domain/core'
import { userOf } from '@/platform/access/strategy'
import { runRow, type Outcome } from '@/platform/import/run-step'
import type { Run, Source, Step } from '@/platform/import/step'
import { databaseErrorOf } from '@/platform/http/refusal'
import { clientOf, hasTransaction } from '@/platform/payload/transaction'
import { perform } from '@/platform/perform'

/** A run of an import as its chunks see it; it counts along. */
export interface Work {
  payload: Payload
  import: string
  attempt: number
  run: Run
  step: Step
  isDryRun: boolean
  source: string
  fields: Record<string, string>
  ids: Map<string, string>
  seen: Map<string, number>
  doneRows: number
  failedRows: number
}

/** Payload rolled the transaction back because one row failed; the others must be done again without it. */
class ChunkLost extends Error {}

/**
 * Does some rows in one transaction together with their outcomes and the progress. When one row takes the whole
 * transaction down, the rows are done one by one instead. False: somebody else works on this run, or it was stopped.
 */
export async function runChunk(work: Work, rows: readonly Source[]): Promise<boolean> {
  const seen = new Map(work.seen)
  const ids = new Map<string, string>()
  try {
    return await attempt(work, rows, ids)
  } catch (error) {
    if (!(error instanceof ChunkLost) && !isRowFault(error)) throw error
    restore(work.seen, seen)
    for (const key of ids.keys()) work.ids.delete(key)
    if (rows.length === 1) return refuseAlone(work, rows, error)
    for (const row of rows) if (!(await runChunk(work, [row]))) return false
    return true
  }
}

async function attempt(work: Work, rows: readonly Source[], made: Map<string, string>): Promise<boolean> {
  const req = await freshReq(work)
  const run: Run = { ...work.run, req, caller: (more = {}) => work.run.caller({ req, ...more }) }
  await initTransaction(req)
  try {
    const { import: id, attempt: number, doneRows } = work
    if (!(await perform(claimImportRows, { run: id, attempt: number, doneRows }, run.caller()))) {
      await killTransaction(req)
      return false
    }
    const outcomes: Outcome[] = []
    for (const row of rows) outcomes.push(await within(req, () => rowOf(work, run, row, made)))
    if (work.isDryRun) await killTransaction(req)
    await keep(work, run, outcomes)
    if (!work.isDryRun) await commitTransaction(req)
    else for (const key of made.keys()) work.ids.delete(key)
    return true
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function rowOf(work: Work, run: Run, source: Source, made: Map<string, string>): Promise<Outcome> {
  // Nothing is only judged: a dry run does the row and takes the transaction back.
  const outcome = await runRow({ run, step: { ...work.step, file: work.source.slice(0, 120) }, source, ids: work.ids, known: new Map(), seen: work.seen, isDryRun: false })
  const { naturalKey, target } = outcome
  if (naturalKey && target && outcome.state === 'created') {
    work.ids.set(naturalKey, target)
    made.set(naturalKey, target)
  }
  return { ...outcome, naturalKey: naturalKey?.slice(0, 200) ?? null, message: outcome.message?.slice(0, 4_000) ?? null }
}

// A refused row leaves nothing behind, and the rows beside it stay.
async function within(req: PayloadRequest, work: () => Promise<Outcome>): Promise<Outcome> {
  const client = await clientOf(req)
  await client.query('savepoint import_row')
  const outcome = await work()
  if (!(await hasTransaction(req))) throw new ChunkLost(outcome.message ?? '')
  await client.query(outcome.state === 'failed' ? 'rollback to savepoint import_row' : 'release savepoint import_row')
  return outcome
}

async function keep(work: Work, run: Run, outcomes: readonly Outcome[]): Promise<void> {
  const doneRows = work.doneRows + outcomes.length
  const failedRows = work.failedRows + outcomes.filter(({ state }) => state === 'failed').length
  const rows = outcomes.filter(({ state }) => state !== 'unchanged')
  const caller = work.isDryRun ? work.run.caller() : run.caller()
  await perform(recordImportRows, { run: work.import, doneRows, failedRows, rows }, caller)
  Object.assign(work, { doneRows, failedRows })
}

async function refuseAlone(work: Work, [source]: readonly Source[], error: unknown): Promise<boolean> {
  if (!source) return true
  const message = error instanceof Error && error.message ? error.message : 'The row was not accepted.'
  const said = databaseErrorOf(error)?.message ?? message
  const outcome: Outcome = {
    ...{ file: work.source.slice(0, 120), line: source.line, column: null, naturalKey: null, state: 'failed', message: said, targetType: null },
    ...{ target: null, rowHash: null, source: { ...source.values } },
  }
  await keep({ ...work, isDryRun: true }, work.run, [outcome])
  work.doneRows += 1
  work.failedRows += 1
  return true
}

function isRowFault(error: unknown): boolean {
  const code = databaseErrorOf(error)?.code ?? ''
  // Integrity and data exceptions belong to a row; a lost connection or a full disk do not.
  return code.startsWith('23') || code.startsWith('22')
}

function restore(target: Map<string, number>, source: ReadonlyMap<string, number>): void {
  target.clear()
  for (const [key, line] of source) target.set(key, line)
}

function freshReq(work: Work): Promise<PayloadRequest> {
  return createLocalReq({ user: userOf(work.run.principal) }, work.payload)
}
