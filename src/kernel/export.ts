import type { DataClass } from './data-class'

export type ExportColumn = {
  readonly head: string
  /** SQL over the aliases of `from`; `t` is the exported row itself. */
  readonly sql: string
  /** `money`: whole minor units of the column `currency`, written as an amount. `owner`: empty for the other party. */
  readonly kind?: 'money' | 'owner'
  /** `restricted`: masked for whoever lacks `export.restricted`; the registry says which fields are. */
  readonly class?: DataClass
}

/** What the export of a collection contains, as data. */
export type ExportDefinition = {
  readonly collection: string
  readonly label: string
  /** The collection's table as `t`, and what is joined to it; joins must not multiply its rows. */
  readonly from: string
  readonly columns: readonly ExportColumn[]
  /** SQL that a filter of the list compares; a filter without an entry here is refused. */
  readonly filters: { readonly status?: string; readonly day?: string; readonly words?: readonly string[] }
  /** SQL of the currency of money columns. */
  readonly currency?: string
}

/** Declares an export. */
export function defineExport(definition: ExportDefinition): ExportDefinition {
  return definition
}

/** `plain('t', { Number: 'number' })`: plain columns of one alias, by their heads. */
export function plain(alias: string, heads: Readonly<Record<string, string>>): ExportColumn[] {
  return Object.entries(heads).map(([head, column]) => ({ head, sql: `${alias}.${column}` }))
}

/** Money columns of the exported row. */
export function amounts(heads: Readonly<Record<string, string>>, sensitivity?: DataClass): ExportColumn[] {
  const told = sensitivity ? { class: sensitivity } : {}
  return Object.entries(heads).map(([head, column]) => ({ head, sql: `t.${column}_minor`, kind: 'money', ...told }))
}
