import { SaxesParser } from 'saxes'
import { readZip } from '@/platform/sheets/unzip'

/** What a sheet needs of its workbook: texts that cells share, which styles are days, where the first sheet lies. */
export interface WorkbookParts {
  strings: readonly string[]
  dayStyles: ReadonlySet<number>
  sheet: string
  /** Days are counted from 1904 instead of 1900. */
  is1904: boolean
}

const DAY_FORMATS = new Set([14, 15, 16, 17, 22, 27, 30, 36, 45, 46, 47, 50, 57])
const PARTS = new Set(['xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'])

/** Reads the small parts of an XLSX file in one pass. */
export async function workbookParts(path: string): Promise<WorkbookParts> {
  const strings: string[] = []
  const styles = { custom: new Map<number, string>(), cells: [] as number[] }
  const book = { first: '', is1904: false, targets: new Map<string, string>() }
  const parsers = new Map<string, SaxesParser>([
    ['xl/sharedStrings.xml', stringParser(strings)],
    ['xl/styles.xml', styleParser(styles)],
    ['xl/workbook.xml', bookParser(book)],
    ['xl/_rels/workbook.xml.rels', relationParser(book.targets)],
  ])
  await readZip(path, (name) => PARTS.has(name), (name, text, isLast) => {
    const parser = parsers.get(name)
    parser?.write(text)
    if (isLast) parser?.close()
  })
  const dayStyles = new Set(styles.cells.flatMap((format, index) => (isDay(format, styles.custom.get(format)) ? [index] : [])))
  return { strings, dayStyles, sheet: placeOf(book.targets.get(book.first)), is1904: book.is1904 }
}

function placeOf(target = 'worksheets/sheet1.xml'): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function isDay(format: number, custom: string | undefined): boolean {
  if (custom === undefined) return DAY_FORMATS.has(format)
  return /[dy]/i.test(custom.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
}

function stringParser(strings: string[]): SaxesParser {
  const parser = new SaxesParser()
  let [isText, isPhonetic, text] = [false, false, '']
  parser.on('opentag', ({ name }) => {
    if (name === 'si') text = ''
    if (name === 'rPh') isPhonetic = true
    isText = name === 't' && !isPhonetic
  })
  parser.on('text', (piece) => (text += isText ? piece : ''))
  parser.on('closetag', ({ name }) => {
    if (name === 'si') strings.push(text)
    if (name === 'rPh') isPhonetic = false
    if (name === 't') isText = false
  })
  return parser
}

function styleParser(styles: { custom: Map<number, string>; cells: number[] }): SaxesParser {
  const parser = new SaxesParser()
  let isCells = false
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'numFmt') styles.custom.set(Number(attributes['numFmtId']), String(attributes['formatCode'] ?? ''))
    if (name === 'cellXfs') isCells = true
    if (name === 'xf' && isCells) styles.cells.push(Number(attributes['numFmtId'] ?? 0))
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'cellXfs') isCells = false
  })
  return parser
}

function bookParser(book: { first: string; is1904: boolean }): SaxesParser {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'sheet' && book.first === '') book.first = String(attributes['r:id'] ?? '')
    if (name === 'workbookPr' && ['1', 'true'].includes(String(attributes['date1904']))) book.is1904 = true
  })
  return parser
}

function relationParser(targets: Map<string, string>): SaxesParser {
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'Relationship') targets.set(String(attributes['Id']), String(attributes['Target']))
  })
  return parser
}
