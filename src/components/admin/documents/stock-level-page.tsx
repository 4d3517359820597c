import { listReservations, stockCard, stockLevel, type ReservationView, type StockView } from '@/domain/inventory'
import { ordersOfLines } from '@/domain/sales'
import { businessDay } from '@/kernel/period'
import { formatDate, formatQuantity } from '@/components/ui/format'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { Figures } from '@/components/admin/documents/figures'
import { MovesCard } from '@/components/admin/documents/moves-card'
import { StockButtons } from '@/components/admin/documents/stock-buttons'
import { Card, Empty, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** One article in one place: what lies there, who it is promised to and how it came to be. */
export function StockLevelPage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="stock-levels" list="Stock levels" read={({ reader }, id) => stockLevel(reader, id)} title={({ sku, location }) => `${sku} in ${location.code}`}>
      {async (level, { reader, reads, can, organization }) => {
        const [moves, promised] = await Promise.all([
          stockCard(reader, { variant: level.variant, location: level.location.id, limit: 20 }),
          listReservations(reader, { level: level.id, limit: 20 }),
        ])
        const orders = await ordersOfLines(reader, promised.rows.flatMap(({ orderLine }) => orderLine ?? []))
        const amount = (quantity: string) => `${formatQuantity(quantity, reads.locale)} ${level.unit}`
        const facts = { organization: organization.id, currency: organization.currency, today: businessDay(reader.now, organization.zone), locale: reads.locale }
        return (
          <>
            <PageHead title={level.sku} sub={`${level.name} · ${level.warehouse.name}, ${level.location.name}`}>
              <StockButtons place={placeOf(level)} facts={facts} may={{ adjust: can('stock.adjust'), receive: can('stock.receive') }} />
            </PageHead>
            <Figures
              figures={[
                { label: 'On hand', value: amount(level.onHand) },
                { label: 'Promised', value: amount(level.reserved) },
                { label: 'Free to sell', value: amount(level.free), tone: level.free === '0' ? 'warning' : undefined },
              ]}
            />
            <div className="tf-columns">
              <MovesCard moves={moves.rows} reads={reads} all={`/admin/collections/stock-moves?where[or][0][and][0][variant][equals]=${level.variant}`} />
              <aside className="tf-stack" aria-label="About this place">
                <Place level={level} reads={reads} />
                <Promised rows={promised.rows} orders={orders} reads={reads} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

const placeOf = ({ variant, sku, location, warehouse }: StockView) => ({
  variant: { id: variant, text: sku },
  location: { id: location.id, text: `${warehouse.code} ${location.code}` },
})

function Place({ level, reads }: { level: StockView; reads: Work['reads'] }) {
  return (
    <Card title="Place">
      <Facts
        rows={[
          ['Variant', <RecordLink key="variant" to="variants" id={level.variant}>{level.sku}</RecordLink>],
          ['Warehouse', <RecordLink key="warehouse" to="warehouses" id={level.warehouse.id}>{level.warehouse.name}</RecordLink>],
          ['Location', <RecordLink key="location" to="storage-locations" id={level.location.id}>{level.location.name}</RecordLink>],
          ['Shelf', level.shelf],
          ['Lot', level.lot],
          ['Last change', formatDate(level.updatedAt, 'datetime', reads)],
        ]}
      />
    </Card>
  )
}

type Orders = Awaited<ReturnType<typeof ordersOfLines>>

function Promised({ rows, orders, reads }: { rows: readonly ReservationView[]; orders: Orders; reads: Work['reads'] }) {
  return (
    <Card title="Promised" flush>
      {rows.length === 0 ? <Empty title="Nothing is promised" /> : null}
      <ul className="tf-rows">
        {rows.map(({ id, quantity, unit, orderLine, expiresAt, createdAt }) => (
          <li key={id}>
            <For order={orders.get(orderLine ?? '')} isOrder={orderLine !== null} />
            <span className="tf-number">
              {formatQuantity(quantity, reads.locale)} {unit}
            </span>
            <span className="tf-muted">{expiresAt ? `until ${formatDate(expiresAt, 'datetime', reads)}` : `since ${formatDate(createdAt, 'date', reads)}`}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function For({ order, isOrder }: { order: { id: string; number: string | null } | undefined; isOrder: boolean }) {
  if (order) return <RecordLink to="orders" id={order.id}>{order.number ?? 'Order'}</RecordLink>
  return <span>{isOrder ? 'An order' : 'A cart'}</span>
}
