import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

const Finding = z.strictObject({
  id: z.string(),
  says: z.string(),
  /** Rows that are wrong; `tree` is the headquarters they belong to, null where they belong to none. */
  offenders: z.array(z.strictObject({ tree: z.uuid().nullable(), row: z.record(z.string(), z.unknown()) })),
})

const KEPT_DAYS = 90

/** Keeps what the doctor said. The system performs it, each night or when somebody asked. */
export const recordDoctor = defineOperation({
  name: 'doctor.record',
  permission: null,
  scope: 'public',
  summary: 'Keep what the doctor said',
  input: z.strictObject({ asked: z.int().min(1), tookMs: z.int().min(0), findings: z.array(Finding) }),
  run: async (ctx, { asked, tookMs, findings }) => {
    if (ctx.principal.kind !== 'system') refuse('PERMISSION_REFUSED', { permission: 'of the system itself' })
    await ctx.rows(`delete from doctor_runs where at < now() - make_interval(days => $1)`, [KEPT_DAYS])
    await ctx.rows(`insert into doctor_runs (at, asked, took_ms, findings) values ($1, $2, $3, $4)`, [
      ctx.now,
      asked,
      tookMs,
      JSON.stringify(findings),
    ])
    return { found: findings.length }
  },
})
