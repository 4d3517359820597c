export type CsvValue = string | number | bigint | boolean | null | undefined

const NUMBER = /^-?\d+(\.\d+)?$/
// Spreadsheets run cells that begin so, also behind spaces or quotes, and in their full-width forms.
const FORMULA = /^[\s"']*[=+\-@＝＋－＠]|^[\t\r\n]/

/** One RFC 4180 cell. Text a spreadsheet would run as a formula gets a leading apostrophe; genuine numbers stay. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  const text = String(value)
  const safe = typeof value === 'string' && !NUMBER.test(text) && FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One CSV line with its CRLF. */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}
