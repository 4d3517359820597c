import { z } from 'zod'
import { settingChanged } from '@/domain/core/events'
import { fitting, keepValue, reachedPlace } from '@/domain/core/setting-values'
import { refuse } from '@/kernel/errors'
import type { Setting } from '@/kernel/setting'
import { defineOperation } from '@/platform/operation'

const Where = {
  organization: z.uuid(),
  branch: z.uuid().optional(),
  key: z.string().max(80),
  /** The revision of the own value that was looked at; 0 when it was inherited. */
  revision: z.int().min(0).optional(),
}

/** Gives an organization or a branch a value of its own for a setting; what is below inherits it. */
export function settingOne(settings: readonly Setting[]) {
  return defineOperation({
    name: 'setting.set',
    permission: 'setting.write',
    summary: 'Change a setting of an organization or a branch',
    input: z.strictObject({ ...Where, value: z.json() }),
    run: async (ctx, { organization, branch, key, revision, value }) => {
      const setting = known(settings, key)
      const kept = fitting(setting, value)
      const { tree } = await reachedPlace(ctx, { organization, branch }, setting)
      const next = await keepValue(ctx, { organization, branch }, { tree, key, revision, value: kept })
      ctx.emit(settingChanged, { type: 'organizations', id: organization, organization }, { key })
      return { organization, branch: branch ?? null, key, value: kept, revision: next }
    },
  })
}

/** Takes an own value away, so that the one above it or the default counts again. */
export function resettingSetting(settings: readonly Setting[]) {
  return defineOperation({
    name: 'setting.reset',
    permission: 'setting.write',
    summary: 'Let a setting be inherited again',
    input: z.strictObject(Where),
    run: async (ctx, { organization, branch, key, revision }) => {
      const { tree } = await reachedPlace(ctx, { organization, branch }, known(settings, key))
      await keepValue(ctx, { organization, branch }, { tree, key, revision, value: undefined })
      ctx.emit(settingChanged, { type: 'organizations', id: organization, organization }, { key })
      return { organization, branch: branch ?? null, key, revision: 0 }
    },
  })
}

function known(settings: readonly Setting[], key: string): Setting {
  return settings.find((one) => one.key === key) ?? refuse('NOT_FOUND', { noun: `The setting ${key}` })
}
