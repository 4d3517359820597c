import { z } from 'zod'
import { importFinished } from '@/domain/core/events'
import type { ImportRow } from '@/domain/core/rows'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

const cells = z.record(z.string(), z.unknown())
const Outcome = z.strictObject({
  file: z.string().max(120),
  line: z.number().int(),
  column: z.string().max(80).nullable(),
  naturalKey: z.string().max(200).nullable(),
  state: z.enum(['created', 'updated', 'unchanged', 'failed']),
  message: z.string().max(4_000).nullable(),
  targetType: z.string().max(40).nullable(),
  target: z.string().max(64).nullable(),
  rowHash: z.string().max(64).nullable(),
  source: cells.nullish(),
  before: cells.nullish(),
})

/** Begins a run of an import from the command line. */
export const startImport = defineOperation({
  name: 'import.start',
  permission: 'import.run',
  scope: 'organization',
  summary: 'Begin a run of an import',
  input: z.strictObject({ source: z.string().min(1).max(200), totalRows: z.number().int().min(0) }),
  run: async (ctx, { source, totalRows }) => {
    const { id: organization, tree } = ctx.organization
    const run = ctx.insert('imports', { organization, tree, source, totalRows, kind: 'network', isDryRun: false, attempt: 0, state: 'running', doneRows: 0, failedRows: 0 })
    return Promise.resolve({ run })
  },
})

/** Keeps what became of some rows, and how far the run is. */
export const recordImportRows = defineOperation({
  name: 'import.record',
  permission: 'import.run',
  summary: 'Keep what became of imported rows',
  input: z.strictObject({ run: z.uuid(), doneRows: z.number().int(), failedRows: z.number().int(), rows: z.array(Outcome).max(500) }),
  run: async (ctx, { run, rows, ...progress }) => {
    const { organization, tree, attempt } = await ctx.lock<ImportRow>('imports', run)
    for (const { source, before, ...row } of rows) {
      ctx.insert('import-rows', { organization, tree, run, attempt, isUndone: false, source: source ?? null, before: before ?? null, ...row })
    }
    ctx.update('imports', run, progress)
    return { recorded: rows.length }
  },
})

/**
 * Takes the next rows of a run: locks it and asserts that nobody else did them meanwhile. False when the run is not
 * running any more or somewhere else, so that two workers never do the same rows.
 */
export const claimImportRows = defineOperation({
  name: 'import.claim',
  permission: 'import.run',
  summary: 'Take the next rows of an import',
  input: z.strictObject({ run: z.uuid(), attempt: z.number().int(), doneRows: z.number().int() }),
  run: async (ctx, { run, attempt, doneRows }) => {
    const row = await ctx.lock<ImportRow>('imports', run)
    return row.state === 'running' && row.attempt === attempt && row.doneRows === doneRows
  },
})

/** Ends a run with its counts, or with the fault that stopped it. */
export const finishImport = defineOperation({
  name: 'import.finish',
  permission: 'import.run',
  summary: 'End a run of an import',
  input: z.strictObject({
    run: z.uuid(),
    state: z.enum(['done', 'failed']),
    counts: z.record(z.string(), z.record(z.string(), z.number())).optional(),
    error: z.string().max(4_000).nullable(),
  }),
  run: async (ctx, { run, state, counts, error }) => {
    const row = await ctx.lock<ImportRow>('imports', run)
    if (!['waiting', 'running'].includes(row.state)) return { run, state: row.state }
    ctx.update('imports', run, { state, error, finishedAt: ctx.now, ...(counts ? { counts } : { counts: await countsOf(ctx, row) }) })
    const { organization, source, doneRows, failedRows, isDryRun } = row
    if (row.person && !isDryRun) ctx.emit(importFinished, { type: 'imports', id: run, organization }, { import: run, source, rows: doneRows, failed: failedRows, state })
    return { run, state }
  },
})

/** Begins to write a run's rows; null when it is done already. Begun again it goes on where it was. */
export const beginImport = defineOperation({
  name: 'import.begin',
  permission: 'import.run',
  summary: 'Begin to work on an import',
  input: z.strictObject({ run: z.uuid(), attempt: z.number().int() }),
  run: async (ctx, { run, attempt }) => {
    const row = await ctx.lock<ImportRow>('imports', run)
    if (row.attempt !== attempt || !['waiting', 'running'].includes(row.state)) return null
    ctx.update('imports', run, { state: 'running', error: null })
    if (!row.file) return refuse('NOT_FOUND', { noun: 'The file' })
    const { kind, mapping, options, isDryRun, doneRows, failedRows, organization, source } = row
    return { kind, mapping: mapping ?? {}, options: options ?? {}, isDryRun, doneRows, failedRows, organization, source, file: row.file }
  },
})

async function countsOf(ctx: Parameters<typeof startImport.run>[0], { id, kind, attempt, doneRows }: ImportRow) {
  const rows = await ctx.rows<{ state: string; n: number }>('select state::text as state, count(*)::float8 as n from import_rows where run_id = $1::uuid and attempt = $2 group by state', [id, attempt])
  const counted = Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  const known = rows.reduce((sum, { n }) => sum + n, 0)
  return { [kind]: { created: 0, updated: 0, failed: 0, ...counted, unchanged: (counted['unchanged'] ?? 0) + doneRows - known } }
}
