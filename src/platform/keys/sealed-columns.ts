/** A column whose texts are sealed for `table|row|column|tenant`; rotation and the doctor walk the list of them. */
export interface SealedColumn {
  table: string
  /** SQL of the row's name in its place: usually the id. */
  row: string
  column: string
  /** SQL of the tenant in its place; null where the table has none. */
  tenant: string | null
  /** The key inside a jsonb column; the column's name in the place is then `column.key`. */
  key?: string
}

/** Every sealed column of the product. Whoever seals into a new one adds its line here. */
export const sealedColumns: readonly SealedColumn[] = [
  // The token of an invitation or a reset waits in the event from which the mail is made; its place names the event.
  { table: 'outbox_events', row: 'name', column: 'data', key: 'token', tenant: null },
  // The keys of personal values in the audit log, and the key that signs its anchors and exports.
  { table: 'subject_keys', row: 'id', column: 'sealed', tenant: null },
  { table: 'signing_keys', row: 'id', column: 'sealed', tenant: null },
  // What signs the requests of an API key.
  { table: 'api_key_secrets', row: 'key_id', column: 'signing_box', tenant: null },
]

/** The name of a sealed column in the place its values are bound to. */
export function columnName({ column, key }: SealedColumn): string {
  return key ? `${column}.${key}` : column
}

/** SQL of a sealed column's text. */
export function textOf({ column, key }: SealedColumn): string {
  return key ? `${column} ->> '${key}'` : column
}
