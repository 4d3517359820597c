import { z } from 'zod'
import { exportRequested } from '@/domain/core/events'
import { ExportFilter, mustKnowFilter } from '@/domain/core/export-query'
import { refuse } from '@/kernel/errors'
import type { ExportDefinition } from '@/kernel/export'
import { isEmptyScope } from '@/platform/access/scope'
import { defineOperation } from '@/platform/operation'

/** Asks for a file of what a list's filter shows; a job writes it with the rights the person has then. */
export function requestingExport(definitions: readonly ExportDefinition[]) {
  return defineOperation({
    name: 'export.request',
    permission: 'export.create',
    scope: 'organization',
    summary: 'Ask for a CSV file of a list',
    input: z.strictObject({ collection: z.string().max(40), filter: ExportFilter.default({}) }),
    run: async (ctx, { collection, filter }) => {
      const definition = definitions.find((one) => one.collection === collection)
      if (!definition) return refuse('NOT_FOUND', { noun: `An export of ${collection}` })
      if (isEmptyScope(ctx.reach(collection))) refuse('PERMISSION_REFUSED', { permission: `to read ${collection}` })
      mustKnowFilter(definition, filter)
      const { id: organization, tree } = ctx.organization
      const name = `${definition.label} ${ctx.now.toISOString().slice(0, 10)}`
      const id = ctx.insert('exports', {
        organization,
        tree,
        name,
        collection,
        filter,
        state: 'waiting',
        doneRows: 0,
        person: ctx.principal.id,
      })
      ctx.emit(exportRequested, { type: 'exports', id, organization }, { export: id, name })
      return Promise.resolve({ id, name, state: 'waiting' })
    },
  })
}
