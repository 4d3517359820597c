import { z } from 'zod'
import { settingChanged } from '@/domain/core/events'
import type { SettingRow } from '@/domain/core/rows'
import { refuse } from '@/kernel/errors'
import type { Setting } from '@/kernel/setting'
import { bindings, sqlOf } from '@/platform/access/sql'
import { defineOperation, type Context } from '@/platform/operation'

const Where = { organization: z.uuid(), key: z.string().max(80) }

/** Gives an organization a value of its own for a setting; organizations below it inherit it. */
export function settingOne(settings: readonly Setting[]) {
  return defineOperation({
    name: 'setting.set',
    permission: 'setting.write',
    summary: 'Change a setting of an organization',
    input: z.strictObject({ ...Where, value: z.json() }),
    run: async (ctx, { organization, key, value }) => {
      const setting = settings.find((one) => one.key === key) ?? refuse('NOT_FOUND', { noun: `The setting ${key}` })
      const parsed = setting.schema.safeParse(value)
      if (!parsed.success)
        return refuse('INPUT_INVALID', {
          reason: `${key}: ${parsed.error.issues[0]?.message ?? 'the value does not fit.'}`,
        })
      const { tree } = await reached(ctx, organization)
      const own = await ownRow(ctx, organization, key)
      if (own) ctx.update('settings', own.id, { value: parsed.data })
      else ctx.insert('settings', { organization, tree, key, value: parsed.data })
      ctx.emit(settingChanged, { type: 'organizations', id: organization, organization }, { key })
      return { organization, key, value: parsed.data }
    },
  })
}

/** Takes an organization's own value away, so that the one above it or the default counts again. */
export const resetSetting = defineOperation({
  name: 'setting.reset',
  permission: 'setting.write',
  summary: 'Let a setting be inherited again',
  input: z.strictObject(Where),
  run: async (ctx, { organization, key }) => {
    await reached(ctx, organization)
    const own = await ownRow(ctx, organization, key)
    if (own) {
      ctx.remove('settings', own.id)
      ctx.emit(settingChanged, { type: 'organizations', id: organization, organization }, { key })
    }
    return { organization, key }
  },
})

// The organization's row is not locked: every row of the tenant points to it.
async function reached(ctx: Context, organization: string): Promise<{ tree: string }> {
  const to = bindings([organization])
  const [row] = await ctx.rows<{ tree: string }>(
    `select o.tree_id as tree from organizations o where o.id = $1::uuid and ${sqlOf(ctx.reach('organizations', 'setting.write'), 'o', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The organization' })
}

async function ownRow(ctx: Context, organization: string, key: string): Promise<SettingRow | undefined> {
  const [row] = await ctx.find<SettingRow>('settings', { organization, key })
  return row ? ctx.lock<SettingRow>('settings', row.id, { permission: 'setting.write' }) : undefined
}
