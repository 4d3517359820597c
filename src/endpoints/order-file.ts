import { z } from 'zod'
import { listOrders, orderMachine, type OrderListed } from '@/domain/sales'
import { listFile } from '@/endpoints/list-file'
import { majorText } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import { DayInput } from '@/kernel/period'
import { organizationFor } from '@/platform/access/acting'
import { chosenOrganization } from '@/platform/access/chosen'
import { principalOf } from '@/platform/access/principal'
import { parseInput } from '@/platform/http/parse-input'
import { rawRoute } from '@/platform/http/route'
import { readerFor } from '@/platform/reader'

const AT_ONCE = 100
const HEAD = ['Order', 'Status', 'Ordered', 'Your reference', 'Wanted by', 'Lines', 'Total', 'Currency']

const Query = z.strictObject({
  /** id, slug or code; a link cannot carry the header X-Organization */
  organization: z.string().max(80).optional(),
  group: z.enum(['open', 'done', 'cancelled']).optional(),
  dealer: z.uuid().optional(),
  buyerBranch: z.uuid().optional(),
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
    const [reader, wish] = [readerFor(req.payload, principal), { ...query, ids, organization: organization.id, zone, limit: AT_ONCE }]
    return listFile<OrderListed>({ name: 'orders', organization, head: HEAD, cells: (row) => cellsOf(row, zone), page: (cursor) => listOrders(reader, { ...wish, cursor }) })
  },
})

function cellsOf({ number, status, submittedAt, poReference, requestedOn, lineCount, totalMinor, currency }: OrderListed, zone: string): string[] {
  const day = submittedAt ? new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(submittedAt) : ''
  const label = Object.entries(orderMachine.states).find(([name]) => name === status)?.[1].label ?? status
  return [number ?? '', label, day, poReference ?? '', requestedOn ?? '', String(lineCount), majorText(totalMinor, currency), currency]
}
