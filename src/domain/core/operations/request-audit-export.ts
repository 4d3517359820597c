import { z } from 'zod'
import { auditExportRequested } from '@/domain/core/events'
import { refuse } from '@/kernel/errors'
import { sideOf } from '@/platform/access/scope'
import { defineOperation } from '@/platform/operation'

const Instant = z.iso.datetime({ offset: true })

/** Asks for a file of the audit log with its seals, of one organization or all one oversees; a job writes it. */
export const requestAuditExport = defineOperation({
  name: 'audit.export',
  permission: 'audit.export',
  scope: 'organization',
  outcome: 'pending',
  summary: 'Ask for a file of the audit log with its seals',
  input: z.strictObject({ of: z.uuid().optional(), from: Instant.optional(), to: Instant.optional() }),
  run: async (ctx, { of, from, to }) => {
    if (from && to && from >= to) refuse('INPUT_INVALID', { reason: 'The time must end after it begins.' }, [{ path: 'to', message: 'must be later' }])
    const target = of ? await ctx.organizationFacts(of) : null
    if (target && !sideOf(ctx.reach('security-events', 'audit.export'), { organization: target.id, tree: target.tree })) {
      refuse('NOT_FOUND', { noun: 'The organization' })
    }
    const { id: organization, tree } = ctx.organization
    const name = `Audit log${target ? ` of ${target.code}` : ''} ${ctx.now.toISOString().slice(0, 10)}`
    const filter = { ...(of ? { organization: of } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }
    const facts = { organization, tree, name, collection: 'audit-log', filter, state: 'waiting', doneRows: 0, person: ctx.principal.id }
    const id = ctx.insert('exports', facts)
    ctx.emit(auditExportRequested, { type: 'exports', id, organization }, { export: id, name })
    return { id, name, state: 'waiting' as const }
  },
})
