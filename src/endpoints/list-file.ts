import { csvRow } from '@/kernel/csv'
import type { OrganizationFacts } from '@/platform/access/principal'

/** The most rows of a file that is answered at once; larger and other lists are exports. */
export const MOST_IN_FILE = 10_000

export interface ListFile<Row> {
  /** beginning of the file's name: orders */
  name: string
  organization: OrganizationFacts
  head: readonly string[]
  cells: (row: Row) => string[]
  /** a page of the list, from its beginning without a cursor */
  page: (cursor?: string) => Promise<{ rows: Row[]; nextCursor: string | null }>
}

/**
 * A list as CSV, page by page as it is taken away. The first page is read before the answer begins, so that a refusal is
 * one.
 */
export async function listFile<Row>({ name, organization, head, cells, page }: ListFile<Row>): Promise<Response> {
  const encoder = new TextEncoder()
  const write = (rows: readonly Row[]) => encoder.encode(rows.map((row) => csvRow(cells(row))).join(''))
  const first = await page()
  let [cursor, written] = [first.nextCursor, first.rows.length]
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(encoder.encode(`\uFEFF${csvRow(head)}`))
      stream.enqueue(write(first.rows))
    },
    pull: async (stream) => {
      if (!cursor || written >= MOST_IN_FILE) return stream.close()
      const { rows, nextCursor } = await page(cursor)
      stream.enqueue(write(rows))
      written += rows.length
      cursor = nextCursor
    },
  })
  const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${name}-${organization.slug}.csv"`, 'Cache-Control': 'private, no-store' }
  return new Response(body, { headers })
}
