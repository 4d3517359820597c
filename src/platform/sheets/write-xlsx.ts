import { Zip, ZipDeflate } from 'fflate'
import type { CsvValue } from '@/kernel/csv'

const TYPES =
  '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>'
const RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'
const BOOK_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'
// Style 1 is bold, for the heads; style 2 is text, so that nothing typed into a cell later is taken for a formula.
const STYLES =
  '<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>'
const OPEN =
  '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>'
const CLOSE = '</sheetData></worksheet>'

/**
 * An XLSX file with one sheet, piece by piece: heads in bold, numbers as numbers, everything else typed as text, so that
 * no cell can be run as a formula. Memory holds one batch of rows.
 */
export async function* xlsxOf(title: string, heads: readonly string[], batches: AsyncIterable<readonly CsvValue[][]>): AsyncGenerator<Buffer> {
  const ready: Buffer[] = []
  const zip = new Zip((error, data) => {
    if (error) throw error
    ready.push(Buffer.from(data))
  })
  const put = (name: string, text: string) => {
    const entry = new ZipDeflate(name, { level: 6 })
    zip.add(entry)
    entry.push(Buffer.from(text), true)
  }
  put('[Content_Types].xml', TYPES)
  put('_rels/.rels', RELATIONS)
  put('xl/_rels/workbook.xml.rels', BOOK_RELATIONS)
  put('xl/styles.xml', STYLES)
  put('xl/workbook.xml', bookOf(title))
  const sheet = new ZipDeflate('xl/worksheets/sheet1.xml', { level: 6 })
  zip.add(sheet)
  sheet.push(Buffer.from(OPEN + rowOf(heads, 1)), false)
  for await (const rows of batches) {
    sheet.push(Buffer.from(rows.map((row) => rowOf(row, 0)).join('')), false)
    yield* ready.splice(0)
  }
  sheet.push(Buffer.from(CLOSE), true)
  zip.end()
  yield* ready.splice(0)
}

function bookOf(title: string): string {
  const name = escaped(title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)) || 'Sheet'
  return `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

function rowOf(values: readonly CsvValue[], style: number): string {
  return `<row>${values.map((value) => cellOf(value, style)).join('')}</row>`
}

const NUMBER = /^-?(0|[1-9]\d{0,14})(\.\d{1,6})?$/

function cellOf(value: CsvValue, style: number): string {
  if (value === null || value === undefined || value === '') return '<c/>'
  const text = String(value)
  // Sixteen digits and leading zeros are names, not figures: a spreadsheet would round them.
  if (typeof value !== 'boolean' && text.replace(/\D/g, '').length <= 15 && NUMBER.test(text)) return `<c><v>${text}</v></c>`
  return `<c t="inlineStr" s="${style === 1 ? 1 : 2}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
}

function escaped(text: string): string {
  return text
    .slice(0, 32_767)
    // XML knows no control characters but tab and the ends of lines.
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
