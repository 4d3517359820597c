import type { Overdue } from '@/domain/finance/queries/today'
import type { LowStock } from '@/domain/inventory/queries/today'
import type { Waiting, WaitingOrder } from '@/domain/sales/queries/today'
import { formatDate, formatMinor, formatQuantity, formatRelative } from '@/components/ui/format'
import { Card, Empty } from '@/components/admin/frame/card'
import { RecordLink } from '@/components/admin/frame/record-link'
import { Badge } from '@/components/admin/frame/badge'
import type { Work } from '@/components/admin/frame/work'

interface CardProps {
  work: Work
  href: string
}

/** Orders that wait for a step, the first few with a way to all. */
export function OrdersCard({ title, work, waiting, href, empty }: CardProps & { title: string; waiting: Waiting<WaitingOrder>; empty: string }) {
  const { reads, reader } = work
  return (
    <Card title={title} flush action={<All href={href} shown={waiting.rows.length} count={waiting.count} />}>
      {waiting.rows.length === 0 ? <Empty title={empty}>New ones appear here by themselves.</Empty> : null}
      <ul className="tf-rows">
        {waiting.rows.map((order) => (
          <li key={order.id}>
            <RecordLink to="orders" id={order.id}>
              {order.number ?? 'Draft'}
            </RecordLink>
            <span className="tf-number">{formatMinor(order.totalMinor, order.currency, reads.locale)}</span>
            <span>{order.buyerName}</span>
            <span className="tf-muted">
              {order.isLate ? <Badge tone="danger" label="Late" /> : null}{' '}
              {order.requestedOn ? `for ${formatDate(order.requestedOn, 'date', reads)}` : order.submittedAt ? formatRelative(order.submittedAt, reader.now, reads.locale) : ''}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Invoices past their due day. */
export function OverdueCard({ work: { reads }, overdue, href }: CardProps & { overdue: Overdue }) {
  return (
    <Card title="Overdue invoices" flush action={<All href={href} shown={overdue.rows.length} count={overdue.count} />}>
      {overdue.rows.length === 0 ? <Empty title="Nobody owes longer than agreed">Invoices past their due day appear here.</Empty> : null}
      <ul className="tf-rows">
        {overdue.rows.map(({ id, number, buyerName, openMinor, currency, daysLate }) => (
          <li key={id}>
            <RecordLink to="invoices" id={id}>
              {number}
            </RecordLink>
            <span className="tf-number">{formatMinor(openMinor, currency, reads.locale)}</span>
            <span>{buyerName}</span>
            <span className="tf-muted">{daysLate === 1 ? '1 day late' : `${daysLate} days late`}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Variants below their reorder point. */
export function LowStockCard({ work: { reads }, low, href }: CardProps & { low: { count: number; rows: LowStock[] } }) {
  return (
    <Card title="Low stock" flush action={<All href={href} shown={low.rows.length} count={low.count} />}>
      {low.rows.length === 0 ? <Empty title="Every shelf is above its reorder point">Reorder rules say when a variant counts as low.</Empty> : null}
      <ul className="tf-rows">
        {low.rows.map(({ variant, sku, name, unit, warehouse, warehouseName, available, reorderPoint }) => (
          <li key={`${variant} ${warehouse}`}>
            <RecordLink to="variants" id={variant}>
              {sku}
            </RecordLink>
            <span className="tf-number">
              {formatQuantity(available, reads.locale)} {unit} free
            </span>
            <span>{name}</span>
            <span className="tf-muted">
              {warehouseName}, reorder at {formatQuantity(reorderPoint, reads.locale)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function All({ href, shown, count }: { href: string; shown: number; count: number }) {
  if (count === 0) return null
  return (
    <a className="tf-link" href={href}>
      {count > shown ? `All ${count >= 1000 ? '1,000+' : count}` : 'Open list'}
    </a>
  )
}
