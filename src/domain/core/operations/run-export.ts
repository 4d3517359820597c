import { z } from 'zod'
import { keepFile } from '@/domain/content'
import { exportFinished } from '@/domain/core/events'
import type { ExportRow } from '@/domain/core/rows'
import { refuse } from '@/kernel/errors'
import { defineOperation, type Context } from '@/platform/operation'
import { KEEP_SIGNAL, signalOf } from '@/platform/recorder/signal'

const count = z.number().int().min(0)

/** Begins to write an export and answers what is wanted; null when it is written already. Begun again, it starts over. */
export const beginExport = defineOperation({
  name: 'export.begin',
  permission: 'export.create',
  summary: 'Begin to write an export',
  input: z.strictObject({ id: z.uuid(), totalRows: count }),
  run: async (ctx, { id, totalRows }) => {
    const row = await own(ctx, id)
    if (row.state === 'done') return null
    ctx.update('exports', id, { state: 'running', totalRows, doneRows: 0, error: null })
    return { name: row.name }
  },
})

/** Keeps how far an export is. */
export const advanceExport = defineOperation({
  name: 'export.advance',
  permission: 'export.create',
  summary: 'Keep how far an export is',
  input: z.strictObject({ id: z.uuid(), doneRows: count }),
  run: async (ctx, { id, doneRows }) => {
    await own(ctx, id)
    ctx.update('exports', id, { doneRows })
  },
})

/** Ends an export with its file, which its person alone may open, and tells that person. */
export const finishExport = defineOperation({
  name: 'export.finish',
  permission: 'export.create',
  summary: 'End an export with its file',
  input: z.strictObject({ id: z.uuid(), doneRows: count, storageKey: z.string(), bytes: count, sha256: z.string(), format: z.enum(['csv', 'xlsx', 'audit']).default('csv') }),
  run: async (ctx, { id, doneRows, format, ...stored }) => {
    const row = await own(ctx, id)
    if (row.state === 'done') return { file: row.file }
    const { organization, tree, name, person } = row
    const file = keepFile(ctx, {
      tenant: { organization, tree },
      ...stored,
      name: `${name}${FORMATS[format].ending}`,
      mime: FORMATS[format].mime,
      subject: { type: 'exports', id },
      person,
    })
    ctx.update('exports', id, { state: 'done', totalRows: doneRows, doneRows, file, finishedAt: ctx.now })
    const taken = signalOf('export', { principal: ctx.principal, organization: { id: organization, tree }, facts: { rows: doneRows, export: name } })
    await ctx.rows(KEEP_SIGNAL, [JSON.stringify([taken])])
    ctx.emit(exportFinished, { type: 'exports', id, organization }, { export: id, name, rows: doneRows, file })
    return { file }
  },
})

/** Ends an export that cannot be written, with the reason. The system does it when the person lost the right to. */
export const failExport = defineOperation({
  name: 'export.fail',
  permission: 'export.create',
  summary: 'End an export that failed',
  input: z.strictObject({ id: z.uuid(), error: z.string().max(4_000) }),
  run: async (ctx, { id, error }) => {
    const row = await own(ctx, id)
    if (row.state !== 'done') ctx.update('exports', id, { state: 'failed', error, finishedAt: ctx.now })
  },
})

const FORMATS = {
  csv: { ending: '.csv', mime: 'text/csv; charset=utf-8' },
  xlsx: { ending: '.xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  audit: { ending: '.audit.txt', mime: 'text/plain; charset=utf-8' },
} as const

async function own(ctx: Context, id: string): Promise<ExportRow> {
  const row = await ctx.lock<ExportRow>('exports', id)
  if (ctx.principal.kind !== 'system' && row.person !== ctx.principal.id) refuse('NOT_FOUND', { noun: 'The export' })
  return row
}
