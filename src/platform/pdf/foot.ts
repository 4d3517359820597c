import { INK, LINE, MUTED } from '@/platform/pdf/color'
import { block, line, rule, write, type Page } from '@/platform/pdf/page'
import { nextPage } from '@/platform/pdf/table'
import type { Sheet } from '@/platform/pdf/sheet'

const SUM = 17
const SMALL = 14

/** Sums, their breakdown, the callout and notes; what belongs together stays on one page. */
export function drawEnd(page: Page, sheet: Sheet, from: number): void {
  const sums = sheet.sums.length * SUM + 14 + (sheet.callout ? 42 : 0)
  const summary = sheet.summary ? (sheet.summary.rows.length + 1) * SMALL + 10 : 0
  const start = from + 16 + Math.max(sums, summary) > page.bottom ? nextPage(page) + 8 : from + 16
  let y = Math.max(drawSums(page, sheet, start), drawSummary(page, sheet, start))
  for (const { label, text } of sheet.notes) y = drawNote(page, { label, text }, y + 16)
}

/** Marks every page, and says on each which it is: page x of y. */
export function finishPages(page: Page, sheet: Sheet): void {
  const { pdf, left, width } = page
  const { count } = pdf.bufferedPageRange()
  for (let at = 0; at < count; at += 1) {
    pdf.switchToPage(at)
    if (sheet.mark) drawMark(page, sheet.mark)
    rule(page, page.bottom + 14, LINE)
    write(page, 'regular', 7, MUTED)
    line(page, sheet.footer, { x: left, y: page.bottom + 21, width: width - 90 })
    line(page, `Page ${at + 1} of ${count}`, { x: left + width - 80, y: page.bottom + 21, width: 80, align: 'right' })
  }
}

function drawSums(page: Page, { sums, callout }: Sheet, from: number): number {
  const { pdf, colors } = page
  const width = page.width * 0.42
  const x = page.right - width
  let y = from
  for (const { label, value, strong } of sums) {
    if (strong) {
      pdf
        .moveTo(x, y + 1)
        .lineTo(page.right, y + 1)
        .lineWidth(1.2)
        .strokeColor(colors.fill)
        .stroke()
      y += 7
    }
    const size = strong ? 12 : 9
    write(page, strong ? 'bold' : 'regular', size, strong ? INK : MUTED)
    line(page, label, { x, y, width: width * 0.5 })
    write(page, strong ? 'bold' : 'regular', size, INK)
    line(page, value, { x: x + width * 0.35, y, width: width * 0.65, align: 'right' })
    y += strong ? SUM + 4 : SUM
  }
  if (!callout) return y
  pdf.roundedRect(x, y + 4, width, 30, 6).fill(colors.soft)
  write(page, 'bold', 9, colors.text)
  line(page, callout, { x: x + 10, y: y + 13.5, width: width - 20, align: 'right' })
  return y + 38
}

function drawSummary(page: Page, { summary }: Sheet, from: number): number {
  if (!summary) return from
  const share = (page.width * 0.48) / summary.columns.length
  let y = from
  for (const [index, cells] of [summary.columns.map((column) => column.label), ...summary.rows].entries()) {
    write(page, index === 0 ? 'bold' : 'regular', index === 0 ? 7 : 8, MUTED)
    for (const [at, cell] of cells.entries()) {
      line(page, cell, { x: page.left + at * share, y, width: share - 8, align: summary.columns[at]?.align ?? 'left' })
    }
    y += SMALL
  }
  return y
}

function drawNote(page: Page, { label, text }: { label: string; text: string }, from: number): number {
  const { pdf, left, width, bottom } = page
  const height = write(page, 'regular', 8.5, INK).heightOfString(text, { width: width * 0.7, lineGap: 1.5 }) + 12
  let y = from + height > bottom ? nextPage(page) + 8 : from
  write(page, 'bold', 7, MUTED)
  line(page, label.toUpperCase(), { x: left, y, width })
  y += 11
  // A note longer than a page goes on over the next ones, piece by piece.
  for (const piece of pieces(page, text, width * 0.7)) {
    if (y + piece.height > bottom) y = nextPage(page) + 8
    write(page, 'regular', 8.5, INK)
    y = block(page, piece.text, { x: left, y, width: width * 0.7 })
  }
  return Math.min(y, pdf.page.height)
}

function pieces(page: Page, text: string, width: number): { text: string; height: number }[] {
  const font = write(page, 'regular', 8.5, INK)
  return text
    .split('\n')
    .map((part) => ({ text: part || ' ', height: font.heightOfString(part || ' ', { width, lineGap: 1.5 }) }))
}

function drawMark({ pdf }: Page, mark: string): void {
  const { width, height } = pdf.page
  pdf.save()
  pdf.rotate(-32, { origin: [width / 2, height / 2] })
  pdf.font('bold').fontSize(120).fillColor('#c62828').fillOpacity(0.13)
  pdf.text(mark, (width - pdf.widthOfString(mark)) / 2, height / 2 - 70, { lineBreak: false })
  pdf.fillOpacity(1)
  pdf.restore()
}
