import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { SheetProblem } from '@/platform/sheets/problem'
import { readXlsx, type SheetRow } from '@/platform/sheets/read-xlsx'
import { headsOf, recordOf, type SheetRecord } from '@/platform/sheets/record'

const MOST_COLUMNS = 200
const MOST_CELL = 32_000

/**
 * The records of a CSV or XLSX file one after the other; which of the two it is, its first bytes say. Throws a
 * SheetProblem for a file that cannot be read. CSV is UTF-8 with comma, semicolon or tab.
 */
export async function* readSheet(path: string): AsyncGenerator<SheetRecord> {
  let heads: string[] | null = null
  for await (const { line, cells } of (await isZip(path)) ? readXlsx(path) : readCsv(path)) {
    if (cells.some((cell) => cell.length > MOST_CELL)) throw new SheetProblem(`Line ${line} has a cell of more than ${MOST_CELL} characters.`)
    if (heads === null) {
      if (cells.every((cell) => cell.trim() === '')) continue
      heads = headsOf(cells)
      if (heads.length > MOST_COLUMNS) throw new SheetProblem(`The file has more than ${MOST_COLUMNS} columns.`)
      continue
    }
    const record = recordOf(heads, cells, line)
    if (record) yield record
  }
  if (heads === null) throw new SheetProblem('The file is empty.')
}

/** The heads of a file, its first records and how many records it has. */
export async function surveySheet(path: string, shown = 5): Promise<{ heads: string[]; first: SheetRecord[]; rows: number }> {
  const first: SheetRecord[] = []
  let rows = 0
  let heads: string[] = []
  for await (const record of readSheet(path)) {
    if (rows === 0) heads = Object.keys(record.values)
    if (rows < shown) first.push(record)
    rows += 1
  }
  if (rows === 0) throw new SheetProblem('The file has heads but no row below them.')
  return { heads, first, rows }
}

interface Parsed {
  record: string[]
  info: { lines: number }
}

async function* readCsv(path: string): AsyncGenerator<SheetRow> {
  const delimiter = await delimiterOf(path)
  const parser = createReadStream(path).pipe(parse({ bom: true, info: true, delimiter, relax_column_count: true, skip_empty_lines: true, max_record_size: 1_000_000 }))
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) yield { line: info.lines, cells: record }
  } catch (error) {
    throw new SheetProblem(`The file cannot be read as CSV: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

async function beginningOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function isZip(path: string): Promise<boolean> {
  return (await beginningOf(path, 4)).toString('latin1') === 'PK\u0003\u0004'
}

// The sign that stands most often in the heads parts them; quoted heads may contain the others.
async function delimiterOf(path: string): Promise<string> {
  const start = await beginningOf(path, 8_192)
  if (start.includes(0)) throw new SheetProblem('This is neither a CSV nor an XLSX file.')
  const heads = (start.toString('utf8').split(/\r?\n/)[0] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => heads.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}
