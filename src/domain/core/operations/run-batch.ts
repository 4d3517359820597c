import { z } from 'zod'
import { batchRequested } from '@/domain/core/events'
import type { BatchRow } from '@/domain/core/rows'
import type { BatchDefinition } from '@/kernel/batch'
import { refuse } from '@/kernel/errors'
import { holds } from '@/platform/access/principal'
import { bindings, sqlOf } from '@/platform/access/sql'
import { defineOperation, type Context } from '@/platform/operation'

const MOST = 1_000

/** Asks for one deed on many rows; a job performs it row by row with the rights the person has then. */
export function requestingBatch(definitions: readonly BatchDefinition[]) {
  return defineOperation({
    name: 'batch.request',
    permission: null,
    scope: 'organization',
    summary: 'Do the same to many rows',
    input: z.strictObject({
      ...{ collection: z.string().max(40), verb: z.string().max(40), ids: z.array(z.uuid()).min(1).max(MOST) },
      reason: z.string().trim().min(1).max(400).optional(),
    }),
    run: async (ctx, { collection, verb, ids, reason }) => {
      const definition = definitions.find((one) => one.collection === collection && one.verb === verb)
      if (!definition) return refuse('NOT_FOUND', { noun: `${verb} for ${collection}` })
      if (!holds(ctx.principal, definition.needs)) refuse('PERMISSION_REFUSED', { permission: definition.needs })
      if (definition.asks === 'reason' && !reason) refuse('INPUT_INVALID', { reason: 'Say why.' }, [{ path: 'reason', message: 'is needed' }])
      const chosen = [...new Set(ids)]
      const names = await namesOf(ctx, definition, chosen)
      const user = ctx.principal.id
      const batch = ctx.insert('batches', {
        ...{ user, acting: ctx.organization.id, collection, verb, label: definition.label, input: definition.asks === 'reason' ? { reason } : {} },
        ...{ state: 'waiting', totalRows: chosen.length, doneRows: 0, refusedRows: 0 },
      })
      await ctx.flush()
      chosen.forEach((target, position) => ctx.insert('batch-items', { user, batch, position, target, label: names.get(target)?.slice(0, 200) ?? null, state: 'waiting' }))
      ctx.emit(batchRequested, { type: 'batches', id: batch, organization: ctx.organization.id }, { batch })
      return { id: batch, state: 'waiting', totalRows: chosen.length }
    },
  })
}

/** Begins to work on a batch; null when it is done. */
export const beginBatch = defineOperation({
  name: 'batch.begin',
  permission: null,
  summary: 'Begin to work on a batch',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const row = await ownBatch(ctx, id)
    if (row.state === 'done' || row.state === 'failed') return null
    ctx.update('batches', id, { state: 'running' })
    const { collection, verb, input } = row
    return { collection, verb, input: input ?? {} }
  },
})

/** Keeps what became of one row of a batch. */
export const recordBatchItem = defineOperation({
  name: 'batch.record',
  permission: null,
  summary: 'Keep what became of a row of a batch',
  input: z.strictObject({ batch: z.uuid(), item: z.uuid(), message: z.string().max(4_000).nullable() }),
  run: async (ctx, { batch, item, message }) => {
    const row = await ownBatch(ctx, batch)
    const [found] = await ctx.lockMany<{ id: string; batch: string; state: string }>('batch-items', [item])
    if (found?.batch !== batch || found.state !== 'waiting') return
    ctx.update('batch-items', item, { state: message === null ? 'done' : 'refused', message })
    ctx.update('batches', batch, { doneRows: row.doneRows + 1, ...(message === null ? {} : { refusedRows: row.refusedRows + 1 }) })
  },
})

/** Ends a batch; with a sentence when it could not be worked on at all. */
export const finishBatch = defineOperation({
  name: 'batch.finish',
  permission: null,
  summary: 'End a batch',
  input: z.strictObject({ id: z.uuid(), error: z.string().max(4_000).nullable() }),
  run: async (ctx, { id, error }) => {
    await ownBatch(ctx, id)
    ctx.update('batches', id, { state: error === null ? 'done' : 'failed', error, finishedAt: ctx.now })
    return { id }
  },
})

async function ownBatch(ctx: Context, id: string): Promise<BatchRow> {
  const [row] = await ctx.lockMany<BatchRow>('batches', [id])
  if (!row || (ctx.principal.kind !== 'system' && row.user !== ctx.principal.id)) return refuse('NOT_FOUND', { noun: 'The batch' })
  return row
}

// Rows the person does not see stay without a name; their operation answers that they were not found.
async function namesOf(ctx: Context, { collection, called }: BatchDefinition, ids: readonly string[]): Promise<Map<string, string>> {
  const to = bindings([ids])
  const rows = await ctx.rows<{ id: string; name: string }>(
    `select t.id, ${called} as name from "${collection.replaceAll('-', '_')}" t where t.id = any($1::uuid[]) and ${sqlOf(ctx.reach(collection), 't', to)}`,
    to.values,
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
