import { z } from 'zod'
import { defineOperation } from '@/platform/operation'

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
})

/** Begins a run of an import. */
export const startImport = defineOperation({
  name: 'import.start',
  permission: 'import.run',
  scope: 'organization',
  summary: 'Begin a run of an import',
  input: z.strictObject({ source: z.string().min(1).max(200), totalRows: z.number().int().min(0) }),
  run: async (ctx, { source, totalRows }) => {
    const { id: organization, tree } = ctx.organization
    const run = ctx.insert('imports', { organization, tree, source, totalRows, isDryRun: false, state: 'running', doneRows: 0, failedRows: 0 })
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
    const found = await ctx.lock<{ organization: string; tree: string }>('imports', run)
    const tenant = { organization: found.organization, tree: found.tree }
    for (const row of rows) ctx.insert('import-rows', { ...tenant, run, ...row })
    ctx.update('imports', run, progress)
    return { recorded: rows.length }
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
    counts: z.record(z.string(), z.record(z.string(), z.number())),
    error: z.string().max(4_000).nullable(),
  }),
  run: async (ctx, { run, state, counts, error }) => {
    await ctx.lock('imports', run)
    ctx.update('imports', run, { state, counts, error, finishedAt: ctx.now })
    return { run, state }
  },
})
