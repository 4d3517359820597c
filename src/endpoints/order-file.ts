import { z } from 'zod'
import { listOrders, orderMachine, type OrderListed, type OrdersWish } from '@/domain/sales'
import { refuse } from '@/kernel/errors'
import { formatMinor } from '@/kernel/currency'
import { csvRow } from '@/kernel/csv'
import { DayInput } from '@/kernel/period'
import { organizationFor } from '@/platform/access/acting'
import { chosenOrganization } from '@/platform/access/chosen'
import { principalOf } from '@/platform/access/principal'
import { parseInput } from '@/platform/http/parse-input'
import { rawRoute } from '@/platform/http/route'
import { readerFor, type Reader } from '@/platform/reader'

const AT_ONCE = 100
const MOST = 10_000
const HEAD = ['Order', 'Status', 'Ordered', 'Your reference', 'Wanted by', 'Lines', 'Total', 'Currency']

const Query = z.strictObject({
  /** id, slug or code; a link cannot carry the header X-Organization */
  organization: z.string().max(80).optional(),
  group: z.enum(['open', 'done', 'cancelled']).optional(),
  dealer: z.uuid().optional(),
  /** single orders of the list; may come several times */
  id: z.array(z.uuid()).max(AT_ONCE).optional(),
  from: DayInput.optional(),
  to: DayInput.optional(),
  q: z.string().trim().max(120).optional(),
})

/** The orders of a list as a file at once, for a link of the portal; larger and other lists are exports. */
export const orderFileRoute = rawRoute({
  method: 'GET',
  path: '/orders/export',
  tag: 'orders',
  summary: 'Orders as CSV, the newest first, at most 10,000',
  isPublic: false,
  respond: async (req) => {
    const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
    const search = new URL(req.url ?? 'http://localhost').searchParams
    const chosen = search.has('id') ? { id: search.getAll('id') } : {}
    const { organization: asked, id: ids, ...query } = await parseInput(Query, { ...Object.fromEntries(search), ...chosen })
    const organization = organizationFor(principal, 'order.read', asked ?? chosenOrganization(req.headers))
    const zone = principal.zone ?? organization.zone
    const body = await linesOf(readerFor(req.payload, principal), { ...query, ids, organization: organization.id, zone, limit: AT_ONCE })
    const headers = { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="orders-${organization.slug}.csv"`, 'Cache-Control': 'private, no-store' }
    return new Response(body, { headers })
  },
})

// The first page is read before the answer begins, so that a refusal is one; the rest follows as it is taken away.
async function linesOf(reader: Reader, wish: OrdersWish & { zone: string }): Promise<ReadableStream<Uint8Array>> {
  const encoder = new TextEncoder()
  const write = (rows: readonly OrderListed[]) => encoder.encode(rows.map((row) => csvRow(cellsOf(row, wish.zone))).join(''))
  const first = await listOrders(reader, wish)
  let [cursor, written] = [first.nextCursor, first.rows.length]
  return new ReadableStream<Uint8Array>({
    start: (stream) => {
      stream.enqueue(encoder.encode(`\uFEFF${csvRow(HEAD)}`))
      stream.enqueue(write(first.rows))
    },
    pull: async (stream) => {
      if (!cursor || written >= MOST) return stream.close()
      const { rows, nextCursor } = await listOrders(reader, { ...wish, cursor })
      stream.enqueue(write(rows))
      written += rows.length
      cursor = nextCursor
    },
  })
}

function cellsOf({ number, status, submittedAt, poReference, requestedOn, lineCount, totalMinor, currency }: OrderListed, zone: string): string[] {
  const day = submittedAt ? new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(submittedAt) : ''
  const label = Object.entries(orderMachine.states).find(([name]) => name === status)?.[1].label ?? status
  // Plain figures without signs and separators: a spreadsheet reads them as numbers.
  const total = formatMinor(totalMinor, currency, 'en').replace(/[^\d.-]/g, '')
  return [number ?? '', label, day, poReference ?? '', requestedOn ?? '', String(lineCount), total, currency]
}
