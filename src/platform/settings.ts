import type { z } from 'zod'
import { readSetting, type Setting } from '@/kernel/setting'

/** Stored values of settings by key, as one statement's `json_object_agg` answers them. */
export type StoredSettings = Readonly<Record<string, unknown>> | null

/**
 * SQL for the stored values of several settings at once, for statements that read other things too: the nearest
 * organization of the path wins. `path` and `keys` are SQL expressions of uuid[] and text[].
 */
export function settingsSql(path: string, keys: string): string {
  return `(select json_object_agg(x.key, x.value) from (select distinct on (key) key, value from settings
    where organization_id = any(${path}) and branch_id is null and key = any(${keys}) order by key, array_position(${path}, organization_id) desc) x)`
}

/** The value of a setting among stored ones: its own where it still fits, else the default. */
export function settingFrom<S extends z.ZodType>(setting: Setting<S>, stored: StoredSettings): z.output<S> {
  return readSetting(setting, stored?.[setting.key])
}
