import { PassThrough } from 'node:stream'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { SheetProblem } from '@/platform/sheets/problem'
import { readZip } from '@/platform/sheets/unzip'
import { workbookParts, type WorkbookParts } from '@/platform/sheets/xlsx-parts'

/** A row of the first sheet: its number and its cells as text. */
export interface SheetRow {
  line: number
  cells: string[]
}

/** The rows of the first sheet of an XLSX file, one after the other; memory holds a few of them and the shared texts. */
export async function* readXlsx(path: string): AsyncGenerator<SheetRow> {
  const parts = await workbookParts(path).catch(broken)
  const rows = new PassThrough({ objectMode: true, highWaterMark: 2_000 })
  const reading = pump(path, parts, rows)
  reading.then(() => rows.end(), (error: unknown) => rows.destroy(error instanceof Error ? error : new Error(String(error))))
  try {
    yield* rows as AsyncIterable<SheetRow>
    await reading
  } catch (error) {
    broken(error)
  }
}

async function pump(path: string, parts: WorkbookParts, rows: PassThrough): Promise<void> {
  const parser = sheetParser(parts, (row) => rows.write(row))
  let isFound = false
  await readZip(path, (name) => name === parts.sheet, (_, text, isLast) => {
    isFound = true
    parser.write(text)
    if (isLast) parser.close()
  }, () => drained(rows))
  if (!isFound) throw new SheetProblem('The file has no sheet.')
}

// Whoever reads may stop early; then nobody drains and the pump stops with it.
async function drained(rows: PassThrough): Promise<void> {
  if (rows.destroyed) throw new SheetProblem('The reading was stopped.')
  if (!rows.writableNeedDrain) return
  await new Promise<void>((resolve) => {
    const go = () => {
      rows.off('drain', go).off('close', go)
      resolve()
    }
    rows.on('drain', go).on('close', go)
  })
}

function broken(error: unknown): never {
  if (error instanceof SheetProblem) throw error
  throw new SheetProblem(`The file cannot be read as XLSX: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}`)
}

interface Cell {
  column: number
  type: string
  style: number
  text: string
}

function sheetParser(parts: WorkbookParts, onRow: (row: SheetRow) => void): SaxesParser {
  const parser = new SaxesParser()
  let row: SheetRow = { line: 0, cells: [] }
  let cell: Cell | null = null
  let isValue = false
  parser.on('opentag', (tag) => {
    if (tag.name === 'row') row = { line: Number(tag.attributes['r'] ?? row.line + 1), cells: [] }
    if (tag.name === 'c') cell = cellOf(tag, row.cells.length)
    isValue = tag.name === 'v' || tag.name === 't'
  })
  parser.on('text', (text) => {
    if (cell && isValue) cell.text += text
  })
  parser.on('closetag', ({ name }) => {
    isValue = false
    if (name === 'c' && cell) {
      while (row.cells.length < cell.column) row.cells.push('')
      row.cells.push(textOf(cell, parts))
      cell = null
    }
    if (name === 'row') onRow(row)
  })
  return parser
}

function cellOf({ attributes }: SaxesTagPlain, next: number): Cell {
  const at = /^([A-Z]{1,3})\d+$/.exec(String(attributes['r'] ?? ''))?.[1]
  const column = at ? [...at].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : next
  return { column, type: String(attributes['t'] ?? 'n'), style: Number(attributes['s'] ?? 0), text: '' }
}

const DAY_MS = 86_400_000
// The spreadsheet's day 60 is a 29 February 1900 that never was; counting from 30 December 1899 is right after it.
const EPOCH = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

function textOf({ type, style, text }: Cell, { strings, dayStyles, is1904 }: WorkbookParts): string {
  switch (type) {
    case 's':
      return strings[Number(text)] ?? ''
    case 'b':
      return text === '1' ? 'yes' : 'no'
    case 'e':
      return ''
    case 'n':
      return text !== '' && dayStyles.has(style) ? dayOf(Number(text), is1904) : plainNumber(text)
    default:
      return text
  }
}

function dayOf(serial: number, is1904: boolean): string {
  const at = new Date((is1904 ? EPOCH_1904 : EPOCH) + Math.floor(serial) * DAY_MS)
  return Number.isNaN(at.getTime()) ? '' : at.toISOString().slice(0, 10)
}

// A spreadsheet keeps 0.1 + 0.2 as 0.30000000000000004; fifteen digits are what it shows.
function plainNumber(text: string): string {
  const value = Number(text)
  if (text === '' || !Number.isFinite(value) || !/[.eE]/.test(text)) return text
  const short = String(Number(value.toPrecision(15)))
  return /e/i.test(short) ? value.toFixed(10).replace(/\.?0+$/, '') : short
}
