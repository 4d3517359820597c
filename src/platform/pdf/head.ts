import { INK, MUTED, PAPER } from '@/platform/pdf/color'
import { block, line, write, type Page } from '@/platform/pdf/page'
import type { Sheet } from '@/platform/pdf/sheet'

const LOGO = { width: 170, height: 46 }

/** The head of the first page: brand and title, the parties, the facts; answers where the table may begin. */
export function drawHead(page: Page, sheet: Sheet): number {
  const { pdf, colors } = page
  pdf.rect(0, 0, pdf.page.width, 7).fill(colors.fill)
  const under = Math.max(drawBrand(page, sheet), drawTitle(page, sheet))
  return drawFacts(page, sheet, drawParties(page, sheet, under + 26) + 20)
}

function drawBrand(page: Page, { brand }: Sheet): number {
  const { pdf, left, top } = page
  if (brand.logo) {
    pdf.image(brand.logo, left, top, { fit: [LOGO.width, LOGO.height] })
    return top + LOGO.height
  }
  return drawMonogram(page, brand.name)
}

function drawMonogram(page: Page, name: string): number {
  const { pdf, left, top, colors } = page
  const size = 40
  pdf.roundedRect(left, top, size, size, 9).fill(colors.fill)
  const letters = initials(name)
  write(page, 'bold', 16, colors.onFill)
  pdf.text(letters, left + (size - pdf.widthOfString(letters)) / 2, top + 11, { lineBreak: false })
  write(page, 'bold', 13, INK)
  line(page, name, { x: left + size + 12, y: top + 12, width: page.width * 0.62 - size - 12 })
  return top + size
}

function drawTitle(page: Page, { title, number }: Sheet): number {
  const { left, width, top, colors } = page
  const box = { x: left + width * 0.64, width: width * 0.36, align: 'right' as const }
  write(page, 'bold', 22, colors.text)
  line(page, title, { ...box, y: top - 4 })
  write(page, 'regular', 11, MUTED)
  line(page, number, { ...box, y: top + 25 })
  return top + 40
}

function drawParties(page: Page, { parties }: Sheet, y: number): number {
  const { left, width } = page
  const share = width / Math.max(2, parties.length)
  const ends = parties.map(({ label, lines }, index) => {
    const box = { x: left + index * share, width: share - 18 }
    write(page, 'bold', 7, MUTED)
    line(page, label.toUpperCase(), { ...box, y })
    const [name = '', ...address] = lines
    write(page, 'bold', 10, INK)
    const under = block(page, name, { ...box, y: y + 13 })
    write(page, 'regular', 9, INK)
    return address.length === 0 ? under : block(page, address.join('\n'), { ...box, y: under + 1 })
  })
  return Math.max(y, ...ends)
}

function drawFacts(page: Page, { facts }: Sheet, y: number): number {
  if (facts.length === 0) return y
  const { pdf, left, width } = page
  const height = 40
  const share = (width - 24) / facts.length
  pdf.roundedRect(left, y, width, height, 6).fill(PAPER)
  for (const [index, { label, value }] of facts.entries()) {
    const box = { x: left + 12 + index * share, width: share - 8 }
    write(page, 'regular', 7, MUTED)
    line(page, label, { ...box, y: y + 9 })
    write(page, 'bold', 9.5, INK)
    line(page, value, { ...box, y: y + 20 })
  }
  return y + height + 20
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word))
  return (
    words
      .slice(0, 2)
      .map((word) => [...word][0]?.toUpperCase() ?? '')
      .join('') || '•'
  )
}
