import { z } from 'zod'

/** How a value is edited where its schema alone does not say it. Left out: a check, a choice, a number or a text. */
export type SettingEditor =
  | { readonly kind: 'number'; readonly unit?: string; readonly step?: number }
  /** A number of `unit`, shown with the unit and in words: 90 minutes, 1 hour 30 minutes. */
  | { readonly kind: 'duration'; readonly unit: 'seconds' | 'minutes' | 'hours' | 'days' }
  | { readonly kind: 'text'; readonly placeholder?: string }
  | { readonly kind: 'long-text' }
  /** A list of texts, one per line. */
  | { readonly kind: 'list'; readonly placeholder?: string }
  /** Labels of the values of an enumeration. */
  | { readonly kind: 'choice'; readonly labels: Readonly<Record<string, string>> }
  /** A value of the schema `WeekHours`. */
  | { readonly kind: 'hours' }
  /** An object of texts, one input per key. */
  | { readonly kind: 'fields'; readonly labels: Readonly<Record<string, string>> }

/** Tabs of the settings page. */
export type SettingPage = 'company' | 'business' | 'security' | 'features'

export type Setting<S extends z.ZodType = z.ZodType> = {
  /** `module.camelCase`, for example `finance.invoiceOn` */
  readonly key: string
  readonly schema: S
  readonly default: z.output<S>
  readonly label: string
  readonly help: string
  /** heading under which the settings page shows it */
  readonly group: string
  /** Tab of the settings page; `business` when left out. */
  readonly page?: SettingPage
  readonly editor?: SettingEditor
  /**
   * The deepest level that may have a value of its own: `hq` is one value for the whole tree, `branch` also single
   * branches. Default: every organization of the tree.
   */
  readonly deepest?: 'hq' | 'organization' | 'branch'
  /**
   * Who decides: `hq` (default) means people who may change settings of the headquarters, for whichever organization
   * it counts; `organization` means each organization for itself too.
   */
  readonly by?: 'hq' | 'organization'
  /** Permission needed besides `setting.read` to see it. */
  readonly read?: string
  /** Permission needed besides `setting.write` to change it. */
  readonly write?: string
  /** Of a feature: the permissions that are worth nothing without it, so that explanations can name it. */
  readonly gates?: readonly string[]
}

/** Declares a switch of an organization. Throws at load time when the default does not fit its schema. */
export function defineSetting<S extends z.ZodType>(setting: Setting<S>): Setting<S> {
  setting.schema.parse(setting.default)
  return setting
}

/** Declares a feature an organization has or has not; HQ switches it for all, for a group or for one dealer. */
export function defineFlag(flag: {
  readonly key: string
  readonly label: string
  readonly help: string
  readonly default: boolean
  readonly gates?: readonly string[]
}): Setting<z.ZodBoolean> {
  return defineSetting({ ...flag, schema: z.boolean(), group: 'Features', page: 'features' })
}

/** The stored value when it still fits the schema, else the default: an old row never breaks an operation. */
export function readSetting<S extends z.ZodType>(setting: Setting<S>, stored: unknown): z.output<S> {
  const parsed = setting.schema.safeParse(stored)
  return parsed.success ? parsed.data : setting.default
}

/** The first of several stored values, nearest first, that still fits; else the default. */
export function nearestSetting<S extends z.ZodType>(setting: Setting<S>, stored: readonly unknown[]): z.output<S> {
  return readSetting(
    setting,
    stored.find((value) => setting.schema.safeParse(value).success),
  )
}
