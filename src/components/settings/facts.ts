import type { SettingView } from '@/domain/core'
import type { SettingEditor } from '@/kernel/setting'

/** As much of a JSON Schema as settings use. */
export interface SettingSchema {
  type?: string
  enum?: readonly unknown[]
  minimum?: number
  maximum?: number
}

/** One setting as forms need it, of plain values that travel to the browser. */
export interface SettingFacts {
  key: string
  label: string
  help: string
  value: unknown
  revision: number
  /** `Own value`, `From Northstar RV` or `Standard`. */
  origin: string
  isOwn: boolean
  /** What would count without the own value, and from where. */
  inherited: { value: unknown; origin: string }
  /** Why it cannot be changed here; null when it can. */
  locked: string | null
  editor: SettingEditor | null
  schema: SettingSchema
}

export interface SettingWhere {
  organization: string
  branch: string | null
}

/** Settings under one heading of one tab. */
export interface SettingGroup {
  title: string
  tab: string
  rows: SettingFacts[]
}

/** Settings by tab and heading, in the order they are declared. */
export function groupsOf(settings: readonly SettingView[]): SettingGroup[] {
  const found = new Map<string, SettingGroup>()
  for (const view of settings) {
    const group = found.get(`${view.page} ${view.group}`) ?? { title: view.group, tab: view.page, rows: [] }
    group.rows.push(factsOf(view))
    found.set(`${view.page} ${view.group}`, group)
  }
  return [...found.values()]
}

function factsOf({ key, label, help, value, revision, from, inherited, change, editor, schema }: SettingView): SettingFacts {
  const known = schemaOf(schema)
  return {
    ...{ key, label, help, value, revision, schema: known, editor: editor ?? (known.enum ? { kind: 'choice', labels: {} } : null) },
    origin: originOf(from),
    isOwn: from.kind === 'own',
    inherited: { value: inherited.value, origin: originOf(inherited.from) },
    locked: change.allowed ? null : (change.reason ?? 'Cannot be changed here.'),
  }
}

function originOf({ kind, organization }: SettingView['from']): string {
  if (kind === 'default') return 'Standard'
  return kind === 'own' ? 'Own value' : `From ${organization ?? 'above'}`
}

// The schema carries helpers of its own, which cannot travel to the browser.
function schemaOf(schema: unknown): SettingSchema {
  const { type, enum: values, minimum, maximum } = schema as SettingSchema
  return { ...(type ? { type } : {}), ...(values ? { enum: [...values] } : {}), ...(minimum === undefined ? {} : { minimum }), ...(maximum === undefined ? {} : { maximum }) }
}
