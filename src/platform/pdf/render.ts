import { drawEnd, finishPages } from '@/platform/pdf/foot'
import { drawHead } from '@/platform/pdf/head'
import { newPage, type Pdf } from '@/platform/pdf/page'
import type { Sheet } from '@/platform/pdf/sheet'
import { drawTable } from '@/platform/pdf/table'

/** The bytes of a document as PDF. Equal sheets give equal bytes; nothing is read from the network. */
export async function renderSheet(sheet: Sheet): Promise<Buffer> {
  const page = newPage(sheet)
  const done = bytesOf(page.pdf)
  const under = drawTable(page, sheet, drawHead(page, sheet))
  drawEnd(page, sheet, under)
  finishPages(page, sheet)
  page.pdf.end()
  return done
}

function bytesOf(pdf: Pdf): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
    pdf.on('end', () => resolve(Buffer.concat(chunks)))
    pdf.on('error', reject)
  })
}
