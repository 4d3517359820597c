import { z } from 'zod'
import { mayChange, type SettingPlace } from '@/domain/core/setting-values'
import { refuse } from '@/kernel/errors'
import { nearestSetting, type Setting, type SettingEditor, type SettingPage } from '@/kernel/setting'
import { holds } from '@/platform/access/principal'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** Where a value comes from: the branch or organization itself, one above it, or the declaration. */
export interface SettingOrigin {
  kind: 'own' | 'above' | 'default'
  /** Name of the organization or branch; null for the default. */
  organization: string | null
}

/** A setting as an organization or a branch has it now. */
export interface SettingView {
  key: string
  page: SettingPage
  group: string
  label: string
  help: string
  value: unknown
  default: unknown
  from: SettingOrigin
  /** What would count without the own value, and from where; equal to value and `from` when it is inherited. */
  inherited: { value: unknown; from: SettingOrigin }
  /** Of the own value, to be sent with a change; 0 while it is inherited. */
  revision: number
  /** Whether it can be set here, and why not. */
  change: { allowed: boolean; reason: string | null }
  editor: SettingEditor | null
  /** JSON Schema of its values, from which forms are made. */
  schema: unknown
}

interface Stored {
  key: string
  value: unknown
  isOwn: boolean
  name: string
  revision: number
}

interface Place {
  path: string[]
  tree: string
}

/**
 * Every setting of an organization or branch with its value and where it comes from, nearest first: branch, organization,
 * the groups above it, the headquarters, the default. What is set once at the headquarters, like its networks, is told
 * there only. NOT_FOUND unless `setting.read` reaches the organization.
 */
export async function settingsOf(
  reader: Reader,
  settings: readonly Setting[],
  where: string | SettingPlace,
): Promise<SettingView[]> {
  const { organization, branch = null } = typeof where === 'string' ? { organization: where } : where
  const place = await placeOf(reader, organization, branch)
  const stored = await reader.rows<Stored>(
    `select s.key, s.value, s.revision::float8 as revision, coalesce(b.name, o.name) as name,
       s.organization_id = $2::uuid and s.branch_id is not distinct from $3::uuid as "isOwn"
     from settings s join organizations o on o.id = s.organization_id left join branches b on b.id = s.branch_id
     where s.organization_id = any($1::uuid[]) and (s.branch_id is null or s.branch_id = $3::uuid)
     order by s.branch_id is null, array_position($1::uuid[], s.organization_id) desc`,
    [place.path, organization, branch],
  )
  return settings
    .filter(({ read, deepest }) => (!read || holds(reader.principal, read)) && (deepest !== 'hq' || organization === place.tree))
    .map((setting) => viewOf(setting, stored, changeOf(reader, setting, branch, place)))
}

async function placeOf(reader: Reader, organization: string, branch: string | null): Promise<Place> {
  const to = bindings([organization, branch])
  const [found] = await reader.rows<Place & { hasBranch: boolean }>(
    `select string_to_array(trim(both '/' from o.path), '/') as path, o.tree_id as tree,
       $2::uuid is null or exists (select 1 from branches b where b.id = $2::uuid and b.organization_id = o.id) as "hasBranch"
     from organizations o where o.id = $1::uuid and ${sqlOf(reader.reach('organizations', 'setting.read'), 'o', to)}`,
    to.values,
  )
  if (!found) return refuse('NOT_FOUND', { noun: 'The organization' })
  return found.hasBranch ? found : refuse('NOT_FOUND', { noun: 'The branch' })
}

function viewOf(setting: Setting, all: readonly Stored[], change: SettingView['change']): SettingView {
  const { key, group, label, help, page = 'business', editor = null } = setting
  const stored = all.filter((row) => row.key === key && setting.schema.safeParse(row.value).success)
  const own = stored.find((row) => row.isOwn)
  const above = stored.find((row) => !row.isOwn)
  const inherited = { value: nearestSetting(setting, above ? [above.value] : []), from: originOf(above) }
  return {
    ...{ key, page, group, label, help, inherited, change, editor },
    value: own ? nearestSetting(setting, [own.value]) : inherited.value,
    default: setting.default,
    from: own ? originOf(own) : inherited.from,
    revision: own?.revision ?? 0,
    schema: z.toJSONSchema(setting.schema, { unrepresentable: 'any', io: 'input' }),
  }
}

function originOf(row: Stored | undefined): SettingOrigin {
  if (!row) return { kind: 'default', organization: null }
  return { kind: row.isOwn ? 'own' : 'above', organization: row.name }
}

function changeOf(reader: Reader, setting: Setting, branch: string | null, { tree }: Place): SettingView['change'] {
  const refused = (reason: string) => ({ allowed: false, reason })
  const deepest = setting.deepest ?? 'organization'
  if (branch && deepest !== 'branch') return refused('Counts for the whole organization.')
  if (mayChange(reader, setting, tree)) return { allowed: true, reason: null }
  return refused(setting.write ? `Needs the permission ${setting.write}.` : 'The headquarters decides about this.')
}
