import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload } from 'payload'
import { finishUndo, recordUndone } from '@/domain/core'
import { openImport } from '@/jobs/import/open-import'
import { stepOf } from '@/jobs/import/steps'
import { userOf } from '@/platform/access/strategy'
import { poolOf } from '@/platform/db/pool'
import { problemOf } from '@/platform/import/run-step'
import type { Run, Step } from '@/platform/import/step'
import { perform } from '@/platform/perform'
import type { HappenedEvent } from '@/platform/queue/jobs'

interface Made {
  id: string
  target: string
  state: 'created' | 'updated'
  before: Record<string, unknown> | null
}

interface Undoing {
  kind: string
  source: string
  options: Record<string, boolean> | null
}

const NEXT = `select r.id, r.target, r.state::text as state, r.before from import_rows r where r.run_id = $1::uuid and r.attempt = $2
  and r.state in ('created', 'updated') and not coalesce(r.is_undone, false) and r.kept is null and r.target is not null order by r.line desc, r.id desc limit 100`

/**
 * Takes an import back, the last row first, each in a transaction with the note that it happened. A row that was used
 * or changed since stays, with the reason. Killed, it goes on where it was.
 */
export async function undoImport(payload: Payload, event: HappenedEvent<{ import: string; attempt: number }>): Promise<void> {
  const { import: run, attempt } = event.data
  const { rows } = await poolOf(payload).query<Undoing>(`select kind::text as kind, source, options from imports where id = $1::uuid and state = 'undoing'`, [run])
  const undoing = rows[0]
  if (!undoing) return
  const opened = await openImport(payload, event.id, run)
  if (typeof opened === 'string') return
  const setting = await opened.run({ options: undoing.options ?? {}, source: undoing.source })
  const step = stepOf(undoing.kind)
  for (;;) {
    const { rows: made } = await poolOf(payload).query<Made>(NEXT, [run, attempt])
    if (made.length === 0) break
    for (const row of made) await undoRow(setting, step, run, row)
  }
  await perform(finishUndo, { run }, opened.caller)
}

async function undoRow(setting: Run, step: Step, run: string, { id, target, state, before }: Made): Promise<void> {
  const req = await createLocalReq({ user: userOf(setting.principal) }, setting.payload)
  const caller: Run['caller'] = (more = {}) => setting.caller({ req, ...more })
  await initTransaction(req)
  try {
    const isOurs = await perform(recordUndone, { run, row: id, kept: null }, caller())
    if (isOurs) await step.undo?.({ ...setting, req, caller }, { target, state, before: before ?? {} })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    // What is no refusal of this row is thrown again.
    await perform(recordUndone, { run, row: id, kept: problemOf(error).message }, setting.caller())
  }
}
