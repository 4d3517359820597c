import type { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { readSetting, type Setting } from '@/kernel/setting'
import type { Reader } from '@/platform/reader'

type Flag = Setting<z.ZodBoolean>

const STATE = `select o.name, o.tree_id as tree, (select s.value from settings s where s.key = $2 and s.branch_id is null
  and s.organization_id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[])
  order by array_position(string_to_array(trim(both '/' from o.path), '/')::uuid[], s.organization_id) desc limit 1) as value
from organizations o where o.id = $1::uuid`

interface State {
  name: string
  tree: string
  value: unknown
}

/** Refuses what belongs to a feature the organization does not have. The headquarters itself and the system always may. */
export async function mustHaveFeature(reader: Reader, flag: Flag, organization: string): Promise<void> {
  const state = await stateOf(reader, flag, organization)
  if (state && !isOn(flag, state) && !decides(reader, state)) refuse('FEATURE_OFF', { feature: flag.label, organization: state.name })
}

/** Whether the reader can use a feature for an organization; screens show nothing of it otherwise. */
export async function hasFeature(reader: Reader, flag: Flag, organization: string): Promise<boolean> {
  const state = await stateOf(reader, flag, organization)
  return state !== undefined && (isOn(flag, state) || decides(reader, state))
}

/** The features among declared settings that a permission is worth nothing without and that are off for an organization. */
export async function featuresInTheWay(reader: Reader, settings: readonly Setting[], permission: string, organization: string): Promise<{ label: string; name: string; tree: string }[]> {
  const gating = settings.filter((one): one is Flag => one.gates?.includes(permission) === true)
  const states = await Promise.all(gating.map(async (flag) => ({ flag, state: await stateOf(reader, flag, organization) })))
  return states.flatMap(({ flag, state }) => (state && state.tree !== organization && !isOn(flag, state) ? [{ label: flag.label, name: state.name, tree: state.tree }] : []))
}

async function stateOf(reader: Reader, flag: Flag, organization: string): Promise<State | undefined> {
  const [state] = await reader.rows<State>(STATE, [organization, flag.key], 'tf_feature')
  return state
}

function isOn(flag: Flag, { value }: State): boolean {
  return readSetting(flag, value)
}

function decides({ principal }: Reader, { tree }: State): boolean {
  return principal.kind === 'system' || principal.memberships.some(({ organization }) => organization.id === tree)
}
