import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { readSetting, type Setting } from '@/kernel/setting'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A setting as an organization has it now. */
export interface SettingView {
  key: string
  group: string
  label: string
  help: string
  value: unknown
  default: unknown
  /** Where the value comes from: the organization itself, one above it, or the declaration. */
  from: { kind: 'own' | 'above' | 'default'; organization: string | null }
  /** JSON Schema of its values, from which forms are made. */
  schema: unknown
}

interface Stored {
  key: string
  value: unknown
  organization: string
  name: string
  depth: number
}

/** Every setting of an organization with its value and where it comes from. NOT_FOUND unless `setting.read` reaches it. */
export async function settingsOf(
  reader: Reader,
  settings: readonly Setting[],
  organization: string,
): Promise<SettingView[]> {
  const to = bindings([organization])
  const [found] = await reader.rows<{ path: string[] }>(
    `select string_to_array(trim(both '/' from o.path), '/') as path from organizations o
     where o.id = $1::uuid and ${sqlOf(reader.reach('organizations', 'setting.read'), 'o', to)}`,
    to.values,
  )
  if (!found) return refuse('NOT_FOUND', { noun: 'The organization' })
  const stored = await reader.rows<Stored>(
    `select s.key, s.value, s.organization_id as organization, o.name, array_position($1::uuid[], s.organization_id) as depth
     from settings s join organizations o on o.id = s.organization_id where s.organization_id = any($1::uuid[]) order by depth desc`,
    [found.path],
  )
  return settings.map((setting) =>
    viewOf(
      setting,
      organization,
      stored.find((row) => row.key === setting.key && fits(setting, row.value)),
    ),
  )
}

function viewOf(setting: Setting, organization: string, row: Stored | undefined): SettingView {
  const { key, group, label, help } = setting
  const kind = row ? (row.organization === organization ? 'own' : 'above') : 'default'
  return {
    ...{ key, group, label, help },
    value: readSetting(setting, row?.value),
    default: setting.default,
    from: { kind, organization: row?.name ?? null },
    schema: z.toJSONSchema(setting.schema, { unrepresentable: 'any', io: 'input' }),
  }
}

function fits(setting: Setting, value: unknown): boolean {
  return setting.schema.safeParse(value).success
}
