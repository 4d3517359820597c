import { z } from 'zod'
import { auditExportRequested } from '@/domain/core/events'
import { refuse } from '@/kernel/errors'
import type { OrganizationFacts } from '@/platform/access/principal'
import { sideOf } from '@/platform/access/scope'
import { defineOperation, type Context } from '@/platform/operation'

const Instant = z.iso.datetime({ offset: true })
const Form = z.enum(['sealed', 'readable']).default('sealed').meta({ description: '`sealed` proves itself; `readable` is a CSV with names, times and changes in words' })
const Input = z.strictObject({ of: z.uuid().optional(), from: Instant.optional(), to: Instant.optional(), form: Form })
type Asked = z.output<typeof Input>

/** Asks for a file of the audit log, with its seals or to be read, of one organization or all one oversees; a job writes it. */
export const requestAuditExport = defineOperation({
  name: 'audit.export',
  permission: 'audit.export',
  scope: 'organization',
  outcome: 'pending',
  summary: 'Ask for a file of the audit log, with its seals or to be read',
  input: Input,
  run: async (ctx, asked) => {
    mustEndLater(asked)
    const target = asked.of ? await overseen(ctx, asked.of) : null
    const { id: organization, tree } = ctx.organization
    const name = `Audit log${target ? ` of ${target.code}` : ''} ${ctx.now.toISOString().slice(0, 10)}`
    const filter = filterOf(asked)
    const facts = { organization, tree, name, collection: 'audit-log', filter, state: 'waiting', doneRows: 0, person: ctx.principal.id }
    const id = ctx.insert('exports', facts)
    ctx.emit(auditExportRequested, { type: 'exports', id, organization }, { export: id, name })
    return { id, name, state: 'waiting' as const }
  },
})

function mustEndLater({ from, to }: Asked): void {
  if (!from || !to || Date.parse(from) < Date.parse(to)) return
  refuse('INPUT_INVALID', { reason: 'The time must end after it begins.' }, [{ path: 'to', message: 'must be later' }])
}

// An organization outside of the reach is as good as none.
async function overseen(ctx: Context, id: string): Promise<OrganizationFacts> {
  const found = await ctx.organizationFacts(id)
  const side = sideOf(ctx.reach('security-events', 'audit.export'), { organization: found.id, tree: found.tree })
  return side ? found : refuse('NOT_FOUND', { noun: 'The organization' })
}

function filterOf({ of, from, to, form }: Asked): Record<string, string> {
  return { ...(form === 'readable' ? { form } : {}), ...(of ? { organization: of } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }
}
