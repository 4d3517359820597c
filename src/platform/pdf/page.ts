import path from 'node:path'
import PDFDocument from 'pdfkit'
import { paletteOf } from '@/platform/pdf/color'
import type { Sheet } from '@/platform/pdf/sheet'

export type Pdf = InstanceType<typeof PDFDocument>

/** What every part of the page is drawn with: the file, the measures of the page in points, the colours. */
export interface Page {
  pdf: Pdf
  left: number
  right: number
  width: number
  top: number
  bottom: number
  colors: ReturnType<typeof paletteOf>
}

const MARGIN = 48
const FOOTER = 56

// DejaVu has every currency sign in use, ₹ included, and digits of one width.
const fontOf = (name: string): string =>
  path.join(process.cwd(), 'node_modules', 'dejavu-fonts-ttf', 'ttf', `${name}.ttf`)

/** A new file with its fonts, its first page open. Equal sheets give equal bytes: the date comes from the sheet. */
export function newPage(sheet: Sheet): Page {
  const pdf = new PDFDocument({
    size: sheet.size,
    margin: 0,
    font: fontOf('DejaVuSansCondensed'),
    bufferPages: true,
    lang: sheet.locale,
    displayTitle: true,
    info: {
      Title: [sheet.title, sheet.number].join(' ').trim(),
      Author: sheet.brand.name,
      Creator: sheet.brand.name,
      CreationDate: sheet.createdAt,
      ModDate: sheet.createdAt,
    },
  })
  pdf.registerFont('regular', fontOf('DejaVuSansCondensed'))
  pdf.registerFont('bold', fontOf('DejaVuSansCondensed-Bold'))
  const { width, height } = pdf.page
  return {
    pdf,
    left: MARGIN,
    right: width - MARGIN,
    width: width - 2 * MARGIN,
    top: MARGIN,
    bottom: height - FOOTER,
    colors: paletteOf(sheet.brand.color),
  }
}

/** Chooses font, size and colour; gives the file back for the text that follows. */
export function write({ pdf }: Page, font: 'regular' | 'bold', size: number, color: string): Pdf {
  return pdf.font(font).fontSize(size).fillColor(color)
}

/** A text of several lines from `y` on; answers where it ended. */
export function block(
  page: Page,
  text: string,
  box: { x: number; y: number; width: number; align?: 'left' | 'right' },
): number {
  const { x, y, width, align = 'left' } = box
  page.pdf.text(text, x, y, { width, align, lineGap: 1.5 })
  return page.pdf.y
}

/** One line of text, cut with … where it does not fit. */
export function line(
  page: Page,
  text: string,
  box: { x: number; y: number; width: number; align?: 'left' | 'right' },
): void {
  const { x, y, width, align = 'left' } = box
  const fitted = fit(page.pdf, text, width)
  const start = align === 'right' ? x + width - page.pdf.widthOfString(fitted) : x
  page.pdf.text(fitted, start, y, { lineBreak: false })
}

/** A hairline across. */
export function rule({ pdf, left, right }: Page, y: number, color: string, weight = 0.5): void {
  pdf.moveTo(left, y).lineTo(right, y).lineWidth(weight).strokeColor(color).stroke()
}

function fit(pdf: Pdf, text: string, width: number): string {
  if (pdf.widthOfString(text) <= width) return text
  let cut = text
  while (cut.length > 1 && pdf.widthOfString(`${cut}…`) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
