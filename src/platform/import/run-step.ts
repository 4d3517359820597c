import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { canonicalJson } from '@/kernel/idempotency'
import { inputWords } from '@/kernel/input-words'
import { refusalOf } from '@/platform/http/refusal'
import { RowProblem, type Run, type Source, type Step } from '@/platform/import/step'

export type State = 'created' | 'updated' | 'unchanged' | 'failed'

/** What became of a row. */
export interface Outcome {
  file: string
  line: number
  column: string | null
  naturalKey: string | null
  state: State
  message: string | null
  targetType: string | null
  target: string | null
  rowHash: string | null
  /** The cells of a refused row. */
  source?: Record<string, string> | null
  /** What undo has to know. */
  before?: Record<string, unknown> | null
}

/** What an earlier run kept: the hash of each row by natural key. */
export type Known = ReadonlyMap<string, string>

/**
 * Runs one step row by row and yields what became of each. A row whose hash is known and whose target exists is
 * unchanged; one that exists is updated; the rest is created. With `isDryRun` rows are only judged.
 */
export async function* runStep(run: Run, step: Step, rows: readonly Source[], known: Known, isDryRun: boolean): AsyncGenerator<Outcome> {
  const existing = await step.existing(run)
  const ids = new Map(existing)
  run.ids.set(step.name, ids)
  const seen = new Map<string, number>()
  for (const source of rows) {
    const outcome = await runRow({ run, step, source, ids, known, seen, isDryRun })
    if (outcome.naturalKey && outcome.target) ids.set(outcome.naturalKey, outcome.target)
    yield outcome
  }
}

export interface RowParts {
  run: Run
  step: Step
  source: Source
  ids: Map<string, string>
  known: Known
  seen: Map<string, number>
  isDryRun: boolean
}

/** Does one row and says what became of it; only faults of the system are thrown. */
export async function runRow(parts: RowParts): Promise<Outcome> {
  const { step, source } = parts
  const base = { file: step.file, line: source.line, column: null, naturalKey: null, message: null, targetType: step.target, target: null, rowHash: null }
  try {
    const row = await parseRow(step.schema, source)
    const naturalKey = step.key(row)
    mustBeFirst(parts, naturalKey)
    const rowHash = createHash('sha256').update(canonicalJson(source.values)).digest('hex')
    return { ...base, naturalKey, rowHash, ...(await store(parts, row, naturalKey, rowHash)) }
  } catch (error) {
    return { ...base, state: 'failed', source: { ...source.values }, ...problemOf(error) }
  }
}

async function store({ run, step, ids, known, isDryRun }: RowParts, row: unknown, key: string, hash: string): Promise<Pick<Outcome, 'state' | 'target' | 'before'>> {
  const id = ids.get(key)
  if (id !== undefined && known.get(`${step.name}:${key}`) === hash) return { state: 'unchanged', target: id }
  const before = isDryRun || !step.before ? null : await step.before(run, row, id ?? null)
  if (id === undefined) return { state: 'created', target: isDryRun ? `new ${step.name}` : await step.create(run, row), before }
  return (await isUnchanged(step, run, row, id, isDryRun)) ? { state: 'unchanged', target: id } : { state: 'updated', target: id, before }
}

async function isUnchanged(step: Step, run: Run, row: unknown, id: string, isDryRun: boolean): Promise<boolean> {
  if (!step.update) return true
  return !isDryRun && (await step.update(run, row, id)) === false
}

async function parseRow<R>(schema: z.ZodType<R>, source: Source): Promise<R> {
  const parsed = await schema.safeParseAsync(source.values, { error: inputWords })
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const column = issue?.path[0] === undefined ? null : String(issue.path[0])
  throw new RowProblem(column, `${column ?? 'The row'} ${issue?.message ?? 'is not valid'}.`)
}

function mustBeFirst({ seen, source }: RowParts, key: string): void {
  const line = seen.get(key)
  if (line !== undefined) throw new RowProblem(null, `"${key}" stands already on line ${line}.`)
  seen.set(key, source.line)
}

/** What was wrong with a row, in one sentence; throws on what is no refusal. */
export function problemOf(error: unknown): { column: string | null; message: string } {
  if (error instanceof RowProblem) return { column: error.column, message: error.message }
  const refusal = refusalOf(error)
  // A server that is away is no fault of the row.
  if (refusal && refusal.status >= 500) throw error
  return refusal ? { column: refusal.details[0]?.path ?? null, message: refusal.message } : ofPayload(error)
}

function ofPayload(error: unknown): { column: string | null; message: string } {
  const said = (error as PayloadProblem).data?.errors?.[0]
  if (!said) throw error
  return { column: said.path ?? null, message: said.message ?? 'The row is not valid.' }
}

/** What Payload says of a row it does not take. */
interface PayloadProblem {
  data?: { errors?: { path?: string; message?: string }[] }
}
