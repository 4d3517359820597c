import { z } from 'zod'
import { exportRequested } from '@/domain/core/events'
import { ExportFilter, mustKnowFilter } from '@/domain/core/export-query'
import { refuse } from '@/kernel/errors'
import type { ExportDefinition } from '@/kernel/export'
import { isEmptyScope } from '@/platform/access/scope'
import { exportsAtOnce } from '@/platform/limits/settings'
import { defineOperation, type Context } from '@/platform/operation'

// Those who ask at the same moment wait for each other; counting in the same statement would count what was before.
const TURN = `select pg_advisory_xact_lock(hashtextextended('exports ' || $1::text, 0))`
const RUNNING = `select count(*)::int as count from exports where organization_id = $1::uuid and state in ('waiting', 'running')`

/** Asks for a file of what a list's filter shows; a job writes it with the rights the person has then. */
export function requestingExport(definitions: readonly ExportDefinition[]) {
  return defineOperation({
    name: 'export.request',
    permission: 'export.create',
    scope: 'organization',
    summary: 'Ask for a CSV or XLSX file of a list',
    input: z.strictObject({ collection: z.string().max(40), filter: ExportFilter.default({}), format: z.enum(['csv', 'xlsx']).default('csv') }),
    run: async (ctx, { collection, filter, format }) => {
      const definition = definitions.find((one) => one.collection === collection)
      if (!definition) return refuse('NOT_FOUND', { noun: `An export of ${collection}` })
      if (isEmptyScope(ctx.reach(collection))) refuse('PERMISSION_REFUSED', { permission: `to read ${collection}` })
      mustKnowFilter(definition, filter)
      await mustHaveRoom(ctx)
      const { id: organization, tree } = ctx.organization
      const name = `${definition.label} ${ctx.now.toISOString().slice(0, 10)}`
      const id = ctx.insert('exports', {
        organization,
        tree,
        name,
        collection,
        filter,
        format,
        state: 'waiting',
        doneRows: 0,
        person: ctx.principal.id,
      })
      ctx.emit(exportRequested, { type: 'exports', id, organization }, { export: id, name })
      return Promise.resolve({ id, name, state: 'waiting' })
    },
  })
}

/** Refuses when as many exports of a dealer or supplier are on their way as its setting allows (6.5). */
async function mustHaveRoom(ctx: Context): Promise<void> {
  const { id, kind } = ctx.organization
  if (kind === 'hq') return
  const most = await ctx.setting(exportsAtOnce, id)
  await ctx.rows(TURN, [id])
  const [running] = await ctx.rows<{ count: number }>(RUNNING, [id])
  if ((running?.count ?? 0) >= most) refuse('CONFLICT', { reason: `${most} exports of your organization are being written already; wait until one is done.` })
}
