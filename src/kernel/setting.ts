import type { z } from 'zod'

export type Setting<S extends z.ZodType = z.ZodType> = {
  /** `module.camelCase`, for example `finance.invoiceOn` */
  readonly key: string
  readonly schema: S
  readonly default: z.output<S>
  readonly label: string
  readonly help: string
  /** heading under which the settings page shows it */
  readonly group: string
}

/** Declares a switch of an organization. Throws at load time when the default does not fit its schema. */
export function defineSetting<S extends z.ZodType>(setting: Setting<S>): Setting<S> {
  setting.schema.parse(setting.default)
  return setting
}

/** The stored value when it still fits the schema, else the default: an old row never breaks an operation. */
export function readSetting<S extends z.ZodType>(setting: Setting<S>, stored: unknown): z.output<S> {
  const parsed = setting.schema.safeParse(stored)
  return parsed.success ? parsed.data : setting.default
}
