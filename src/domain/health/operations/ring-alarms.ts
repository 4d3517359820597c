import { z } from 'zod'
import { healthAlarmed, healthCalmed } from '@/domain/health/events'
import { refuse } from '@/kernel/errors'
import { defineOperation } from '@/platform/operation'

const Alarm = z.strictObject({ key: z.string(), label: z.string(), says: z.string(), todo: z.string() })

const OPEN = `insert into health_alarms (id, tree_id, key, says, opened_at) select $1::uuid, $2::uuid, $3, $4, $5::timestamptz
  on conflict (tree_id, key) where closed_at is null do nothing returning id`
const CLOSE = `update health_alarms set closed_at = $3 where tree_id = $1::uuid and closed_at is null and not (key = any($2::text[])) returning id, key`

/**
 * Compares what is wrong now with the alarms that ring: a new one is told once, one that is over is closed. Two workers
 * at the same moment ring it once.
 */
export const ringAlarms = defineOperation({
  name: 'health.ring',
  permission: null,
  scope: 'public',
  summary: 'Ring and close alarms of a headquarters',
  input: z.strictObject({ tree: z.uuid(), alarms: z.array(Alarm) }),
  run: async (ctx, { tree, alarms }) => {
    if (ctx.principal.kind !== 'system') refuse('PERMISSION_REFUSED', { permission: 'of the system itself' })
    const rung: string[] = []
    for (const alarm of alarms) {
      const id = ctx.id()
      const opened = await ctx.rows(OPEN, [id, tree, alarm.key, alarm.says, ctx.now])
      if (opened.length === 0) continue
      ctx.emit(healthAlarmed, { type: 'health-alarms', id, organization: tree }, alarm)
      rung.push(alarm.key)
    }
    const closed = await ctx.rows<{ id: string; key: string }>(CLOSE, [tree, alarms.map(({ key }) => key), ctx.now])
    for (const { id, key } of closed)
      ctx.emit(healthCalmed, { type: 'health-alarms', id, organization: tree }, { key, label: key })
    return { rung, closed: closed.map(({ key }) => key) }
  },
})
