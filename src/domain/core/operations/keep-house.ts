import { z } from 'zod'
import { mustBeSystem } from '@/domain/core/system-only'
import { defineOperation } from '@/platform/operation'

/** Chains the audit entries of committed transactions, so that a change behind the triggers is found (P5). */
export const sealAudit = defineOperation({
  name: 'audit.seal',
  permission: null,
  scope: 'public',
  summary: 'Seal new audit entries',
  input: z.strictObject({}),
  run: async (ctx) => {
    mustBeSystem(ctx)
    const [row] = await ctx.rows<{ sealed: number }>('select audit_seal() as sealed')
    return { sealed: row?.sealed ?? 0 }
  },
})

const KEY_DAYS = 7

/** Forgets answers kept for repeated requests after a week; a key may be used again then. */
export const forgetKeys = defineOperation({
  name: 'idempotency.forget',
  permission: null,
  scope: 'public',
  summary: 'Forget old idempotency keys',
  input: z.strictObject({}),
  run: async (ctx) => {
    mustBeSystem(ctx)
    const gone = await ctx.rows(
      `delete from idempotency_keys where id in (select id from idempotency_keys where created_at < now() - make_interval(days => $1) limit 5000) returning 1`,
      [KEY_DAYS],
    )
    return { forgotten: gone.length }
  },
})
