import type { Payload } from 'payload'
import type { z } from 'zod'
import { nearestSetting, type Setting } from '@/kernel/setting'
import { poolOf } from '@/platform/db/pool'

interface Entry {
  until: number
  /** Stored values by key, nearest first. */
  values: Promise<ReadonlyMap<string, readonly unknown[]>>
}

const FRESH_MS = 2_000
const MOST = 5_000
const entries = new Map<string, Entry>()

const STORED = `select s.key, s.value from organizations o join settings s on s.organization_id::text = any(string_to_array(trim(both '/' from o.path), '/'))
where o.id = $1::uuid and s.branch_id is null order by array_position(string_to_array(trim(both '/' from o.path), '/'), s.organization_id::text) desc`

/**
 * The value of a setting for doors that ask on every request: kept for two seconds, so a change counts in every process
 * within that time. Null: no organization is known yet (nobody is signed in), the default counts.
 */
export async function settingNow<S extends z.ZodType>(payload: Payload, setting: Setting<S>, organization: string | null): Promise<z.output<S>> {
  if (organization === null) return setting.default
  const values = await storedNow(payload, organization)
  return nearestSetting(setting, values.get(setting.key) ?? [])
}

/** Forgets what is kept, for tests. */
export function forgetSettings(): void {
  entries.clear()
}

function storedNow(payload: Payload, organization: string): Entry['values'] {
  const now = Date.now()
  const kept = entries.get(organization)
  if (kept && kept.until > now) return kept.values
  if (entries.size >= MOST) entries.clear()
  const values = load(payload, organization)
  entries.set(organization, { until: now + FRESH_MS, values })
  // A database that was away for a moment must not be remembered as "no settings".
  values.catch(() => entries.delete(organization))
  return values
}

async function load(payload: Payload, organization: string): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const { rows } = await poolOf(payload).query<{ key: string; value: unknown }>({ name: 'tf_settings_now', text: STORED, values: [organization] })
  const found = new Map<string, unknown[]>()
  for (const { key, value } of rows) found.set(key, [...(found.get(key) ?? []), value])
  return found
}
