import { csvRow, type CsvValue } from '@/kernel/csv'

/** A CSV file piece by piece, as it comes; the mark at its beginning tells spreadsheets that the text is UTF-8. */
export async function* csvPieces(heads: readonly string[], batches: AsyncIterable<readonly (readonly CsvValue[])[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(`\uFEFF${csvRow(heads)}`)
  for await (const rows of batches) yield Buffer.from(rows.map((row) => csvRow(row)).join(''))
}
