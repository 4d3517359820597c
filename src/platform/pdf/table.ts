import { INK, LINE, MUTED } from '@/platform/pdf/color'
import { block, line, rule, write, type Page } from '@/platform/pdf/page'
import type { Column, Row, Sheet } from '@/platform/pdf/sheet'

const GAP = 12
const PAD = 6
const HEAD = 20

interface Placed extends Column {
  x: number
  width: number
}

/** The lines of a document over as many pages as they need, the head of the table on each; answers where they ended. */
export function drawTable(page: Page, { table }: Sheet, from: number): number {
  const size = sizeFor(page, table)
  const columns = placed(page, table, size)
  let y = drawHeadings(page, columns, from)
  for (const row of table.rows) {
    const height = heightOf(page, columns, row, size)
    if (y + height > page.bottom) y = drawHeadings(page, columns, nextPage(page))
    drawRow(page, columns, row, { y, size })
    y += height
    rule(page, y, LINE)
  }
  return y
}

/** Opens a page and answers where its text may begin. */
export function nextPage(page: Page): number {
  page.pdf.addPage()
  page.pdf.rect(0, 0, page.pdf.page.width, 7).fill(page.colors.fill)
  return page.top - 8
}

function drawHeadings(page: Page, columns: readonly Placed[], y: number): number {
  write(page, 'bold', 7.5, page.colors.text)
  for (const { label, ...box } of columns) line(page, label, { ...box, y: y + 4 })
  rule(page, y + HEAD, page.colors.fill, 1.2)
  return y + HEAD
}

function drawRow(
  page: Page,
  columns: readonly Placed[],
  { cells, detail }: Row,
  { y, size }: { y: number; size: number },
): void {
  for (const [index, column] of columns.entries()) {
    const box = { x: column.x, y: y + PAD, width: column.width, align: column.align }
    write(page, 'regular', size, INK)
    if (!column.grows) line(page, cells[index] ?? '', box)
    else {
      const under = block(page, cells[index] ?? '', box)
      write(page, 'regular', size - 1.5, MUTED)
      if (detail) block(page, detail, { ...box, y: under + 1 })
    }
  }
}

function heightOf(page: Page, columns: readonly Placed[], { cells, detail }: Row, size: number): number {
  const index = columns.findIndex((column) => column.grows)
  const width = columns[index]?.width ?? page.width
  const text = write(page, 'regular', size, INK).heightOfString(cells[index] ?? '', { width, lineGap: 1.5 })
  const small = detail
    ? write(page, 'regular', size - 1.5, MUTED).heightOfString(detail, { width, lineGap: 1.5 }) + 1
    : 0
  return Math.ceil(text + small) + 2 * PAD - 1
}

// Figures are never cut: where they need more than half of the page, everything is set smaller.
function sizeFor(page: Page, table: Sheet['table']): number {
  return [9, 8, 7, 6].find((size) => figuresWidth(page, table, size) <= page.width * 0.62) ?? 5.5
}

function placed(page: Page, table: Sheet['table'], size: number): Placed[] {
  const rest = page.width - figuresWidth(page, table, size)
  let x = page.left
  return table.columns.map((column, index) => {
    const width = column.grows ? rest : widthOf(page, table, index, size)
    const at = x
    x += width + GAP
    return { ...column, x: at, width }
  })
}

function figuresWidth(page: Page, table: Sheet['table'], size: number): number {
  const widths = table.columns.map((column, index) => (column.grows ? 0 : widthOf(page, table, index, size)))
  return widths.reduce((sum, width) => sum + width, (widths.length - 1) * GAP)
}

function widthOf(page: Page, table: Sheet['table'], index: number, size: number): number {
  const head = write(page, 'bold', 7.5, INK).widthOfString(table.columns[index]?.label ?? '')
  const cells = write(page, 'regular', size, INK)
  return (
    Math.ceil(table.rows.reduce((most, row) => Math.max(most, cells.widthOfString(row.cells[index] ?? '')), head)) + 1
  )
}
