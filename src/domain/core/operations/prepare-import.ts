import { z } from 'zod'
import { keepFile } from '@/domain/content'
import { importRequested, importUndoRequested } from '@/domain/core/events'
import type { ImportRow } from '@/domain/core/rows'
import { refuse } from '@/kernel/errors'
import { guessMapping, missingFields, type ImportDefinition } from '@/kernel/import'
import { holds } from '@/platform/access/principal'
import { defineOperation, type Context } from '@/platform/operation'

const Mapping = z.record(z.string().max(60), z.string().max(200))
const Heads = z.array(z.string().max(200)).min(1).max(200)

/** What the browser's import consists of: keep the file, say which column is what, run it dry or for good, undo it. */
export function preparingImports(definitions: readonly ImportDefinition[]) {
  const known = (kind: string) => definitions.find((one) => one.kind === kind) ?? refuse('NOT_FOUND', { noun: `An import of ${kind}` })

  const uploadImport = defineOperation({
    name: 'import.upload',
    permission: 'import.run',
    scope: 'organization',
    summary: 'Keep a file that is to be imported',
    input: z.strictObject({
      ...{ kind: z.string().max(40), source: z.string().trim().min(1).max(200), storageKey: z.string(), bytes: z.int().min(1) },
      ...{ sha256: z.string(), mime: z.string().max(100), heads: Heads, first: z.array(z.unknown()).max(10), totalRows: z.int().min(1).max(1_000_000) },
    }),
    run: async (ctx, { kind, source, heads, first, totalRows, ...stored }) => {
      const definition = known(kind)
      mustHold(ctx, definition)
      const { id: organization, tree } = ctx.organization
      const id = ctx.id()
      const person = ctx.principal.id
      const file = keepFile(ctx, { tenant: { organization, tree }, ...stored, name: source, subject: { type: 'imports', id }, person })
      await ctx.flush()
      const mapping = guessMapping(definition, heads)
      ctx.insert('imports', {
        ...{ id, organization, tree, source, kind, totalRows, file, person, mapping, columns: { heads, first }, options: {} },
        ...{ isDryRun: false, attempt: 0, state: 'ready', doneRows: 0, failedRows: 0 },
      })
      return { id, kind, heads, first, mapping, totalRows }
    },
  })

  const requestImport = defineOperation({
    name: 'import.request',
    permission: 'import.run',
    summary: 'Run an import, dry or for good',
    input: z.strictObject({ id: z.uuid(), isDryRun: z.boolean(), mapping: Mapping, options: z.record(z.string().max(40), z.boolean()).default({}) }),
    run: async (ctx, { id, isDryRun, mapping, options }) => {
      const row = await ownImport(ctx, id)
      const definition = known(row.kind)
      mustHold(ctx, definition)
      const isOpen = row.state === 'ready' || row.state === 'failed' || (row.state === 'done' && row.isDryRun)
      if (!isOpen) refuse('STATE_REFUSED', { noun: 'The import', number: row.source, state: row.state, action: 'a run', from: 'ready, failed or a finished dry run' })
      const used = checkedMapping(definition, mapping, row.columns?.heads ?? [])
      const attempt = row.attempt + 1
      const chosen = Object.fromEntries(definition.options.map(({ name }) => [name, options[name] ?? false]))
      ctx.update('imports', id, { isDryRun, mapping: used, options: chosen, attempt, state: 'waiting', doneRows: 0, failedRows: 0, counts: null, error: null, finishedAt: null })
      ctx.emit(importRequested, { type: 'imports', id, organization: row.organization }, { import: id, attempt })
      return { id, state: 'waiting', isDryRun }
    },
  })

  return { uploadImport, requestImport }
}

/** Asks to take back what an import made: what was created and not used since goes, what was changed and not touched since is written back. */
export const requestUndo = defineOperation({
  name: 'import.undo',
  permission: 'import.run',
  summary: 'Take an import back',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const row = await ownImport(ctx, id)
    if (row.isDryRun || !['done', 'failed'].includes(row.state)) {
      refuse('STATE_REFUSED', { noun: 'The import', number: row.source, state: row.isDryRun ? 'a dry run' : row.state, action: 'undo', from: 'done or failed' })
    }
    ctx.update('imports', id, { state: 'undoing', error: null, finishedAt: null })
    ctx.emit(importUndoRequested, { type: 'imports', id, organization: row.organization }, { import: id, attempt: row.attempt })
    return { id, state: 'undoing' }
  },
})

/** Keeps that a row was taken back, or why it stays. Part of the transaction that takes it back. */
export const recordUndone = defineOperation({
  name: 'import.record-undone',
  permission: 'import.run',
  summary: 'Keep that an imported row was taken back',
  input: z.strictObject({ run: z.uuid(), row: z.uuid(), kept: z.string().max(4_000).nullable() }),
  run: async (ctx, { run, row, kept }) => {
    const { organization } = await ownImport(ctx, run)
    const [found] = await ctx.lockMany<{ id: string; organization: string; isUndone: boolean }>('import-rows', [row])
    if (found?.organization !== organization || found.isUndone) return false
    ctx.update('import-rows', row, { isUndone: kept === null, kept })
    return true
  },
})

/** Ends the undoing of an import. */
export const finishUndo = defineOperation({
  name: 'import.finish-undo',
  permission: 'import.run',
  summary: 'End the undoing of an import',
  input: z.strictObject({ run: z.uuid() }),
  run: async (ctx, { run }) => {
    const row = await ownImport(ctx, run)
    if (row.state === 'undoing') ctx.update('imports', run, { state: 'undone', finishedAt: ctx.now })
    return { run, state: 'undone' }
  },
})

/** The import as its person (or the system) holds it; NOT_FOUND for everybody else. */
async function ownImport(ctx: Context, id: string): Promise<ImportRow> {
  const row = await ctx.lock<ImportRow>('imports', id)
  if (row.kind === 'network') refuse('NOT_FOUND', { noun: 'The import' })
  return row
}

function mustHold({ principal }: Context, { needs }: ImportDefinition): void {
  const missing = needs.find((permission) => !holds(principal, permission))
  if (missing) refuse('PERMISSION_REFUSED', { permission: missing })
}

function checkedMapping(definition: ImportDefinition, mapping: Readonly<Record<string, string>>, heads: readonly string[]): Record<string, string> {
  const used = Object.fromEntries(Object.entries(mapping).filter(([, head]) => head !== ''))
  for (const [name, head] of Object.entries(used)) {
    if (!definition.fields.some((field) => field.name === name)) refuse('INPUT_INVALID', { reason: `${definition.label} have no field ${name}.` }, [{ path: `mapping.${name}`, message: 'is unknown' }])
    if (!heads.includes(head)) refuse('INPUT_INVALID', { reason: `The file has no column "${head}".` }, [{ path: `mapping.${name}`, message: 'is not a column of the file' }])
  }
  const [missing] = missingFields(definition, used)
  if (missing) refuse('INPUT_INVALID', { reason: `Choose the column with ${missing.label}.` }, [{ path: `mapping.${missing.name}`, message: 'is needed' }])
  return used
}
