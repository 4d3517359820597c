import { notFound } from 'next/navigation'
import type { NextRequest } from 'next/server'
import { isId } from '../../_portal/address'
import { dealerPortal } from '../../_portal/portal'
import { ordersOf, wishOf } from '../wish'
import { listOrders, orderMachine, type OrderListed } from '@/domain/sales'
import { formatMinor } from '@/components/ui/format'
import { csvRow } from '@/kernel/csv'

const AT_ONCE = 100
const MOST = 10_000

const HEAD = ['Order', 'Status', 'Ordered', 'Your reference', 'Wanted by', 'Lines', 'Total', 'Currency']

/** The orders of a list, or the chosen ones of it, as CSV, newest first, at most 10,000; read page by page so that nothing large is held. */
export async function GET(request: NextRequest, { params }: { params: Promise<{ org: string }> }): Promise<Response> {
  const { reader, organization, zone, can } = await dealerPortal((await params).org)
  if (!can('order.read')) notFound()
  const search = request.nextUrl.searchParams
  const ids = search.getAll('id').filter(isId).slice(0, AT_ONCE)
  const wish = { ...ordersOf(wishOf(Object.fromEntries(search)), { id: organization.id, zone }), ...(ids.length > 0 ? { ids } : {}) }
  let [cursor, written] = [undefined as string | undefined, 0]
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: (stream) => stream.enqueue(encoder.encode(`\uFEFF${csvRow(HEAD)}`)),
    pull: async (stream) => {
      const { rows, nextCursor } = await listOrders(reader, { ...wish, cursor, limit: AT_ONCE })
      if (rows.length > 0) stream.enqueue(encoder.encode(rows.map((row) => csvRow(cellsOf(row, zone))).join('')))
      written += rows.length
      cursor = nextCursor ?? undefined
      if (!cursor || written >= MOST) stream.close()
    },
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="orders-${organization.slug}.csv"`, 'Cache-Control': 'private, no-store' },
  })
}

function cellsOf({ number, status, submittedAt, poReference, requestedOn, lineCount, totalMinor, currency }: OrderListed, zone: string): string[] {
  const day = submittedAt ? new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(submittedAt) : ''
  const label = Object.entries(orderMachine.states).find(([name]) => name === status)?.[1].label ?? status
  // Plain figures without signs and separators: a spreadsheet reads them as numbers.
  const total = formatMinor(totalMinor, currency, 'en').replace(/[^\d.-]/g, '')
  return [number ?? '', label, day, poReference ?? '', requestedOn ?? '', String(lineCount), total, currency]
}
