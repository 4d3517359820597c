import type { Payload } from 'payload'
import { beginImport, finishImport } from '@/domain/core'
import { openImport } from '@/jobs/import/open-import'
import { runChunk, type Work } from '@/jobs/import/chunk'
import { stepOf } from '@/jobs/import/steps'
import { isDomainError } from '@/kernel/errors'
import type { Source } from '@/platform/import/step'
import { perform } from '@/platform/perform'
import type { HappenedEvent } from '@/platform/queue/jobs'
import { SheetProblem } from '@/platform/sheets/problem'
import { readSheet } from '@/platform/sheets/read-sheet'

const CHUNK = 50

/**
 * Runs an import with the rights its person has now, fifty rows to a transaction. Each chunk keeps its outcomes and how
 * far the run is in the same transaction as its rows, so a killed run goes on exactly where it was.
 */
export async function runImport(payload: Payload, event: HappenedEvent<{ import: string; attempt: number }>): Promise<void> {
  const { import: run, attempt } = event.data
  const opened = await openImport(payload, event.id, run)
  if (typeof opened === 'string') return
  const { caller, stop } = opened
  const begun = await perform(beginImport, { run, attempt }, caller)
  if (!begun) return
  const step = stepOf(begun.kind)
  try {
    const setting = await opened.run({ options: begun.options as Record<string, boolean>, source: begun.source })
    const ids = await step.existing(setting)
    setting.ids.set(step.name, ids)
    const work: Work = { ...begun, run: setting, step, ids, seen: new Map(), attempt, import: run, payload, fields: begun.mapping as Record<string, string> }
    await opened.withFile(begun.file, (path) => runAll(work, path))
    await perform(finishImport, { run, state: 'done', error: null }, caller)
  } catch (error) {
    if (!isDomainError(error) && !(error instanceof SheetProblem)) throw error
    await stop(error.message)
  }
}

async function runAll(work: Work, path: string): Promise<void> {
  let chunk: Source[] = []
  let passed = 0
  for await (const record of readSheet(path)) {
    passed += 1
    // Rows of an earlier life of this run only say which keys the file has named already.
    if (passed <= work.doneRows && chunk.length === 0) {
      remember(work, mapped(work, record))
      continue
    }
    chunk.push(mapped(work, record))
    if (chunk.length < CHUNK) continue
    if (!(await runChunk(work, chunk))) return
    chunk = []
  }
  if (chunk.length > 0) await runChunk(work, chunk)
}

// The cells of a record by the names of the kind's fields; columns nobody chose are left out.
function mapped({ fields }: Work, { line, values }: Source): Source {
  const named = Object.create(null) as Record<string, string>
  for (const [name, head] of Object.entries(fields)) named[name] = values[head] ?? ''
  return { line, values: named }
}

function remember({ step, seen }: Work, source: Source): void {
  const parsed = step.schema.safeParse(source.values)
  if (parsed.success) seen.set(step.key(parsed.data), source.line)
}
