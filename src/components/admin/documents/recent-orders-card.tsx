import type { RecentOrder } from '@/domain/sales/queries/recent-orders'
import { formatDate, formatMinor } from '@/components/ui/format'
import { StatusBadge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** The newest orders of a dealer; null for whoever may not read orders. */
export function RecentOrdersCard({ orders, reads, all }: { orders: readonly RecentOrder[] | null; reads: Work['reads']; all: string }) {
  if (orders === null) return null
  return (
    <Card title="Latest orders" flush action={orders.length > 0 ? <a className="tf-link" href={all}>All orders</a> : undefined}>
      {orders.length === 0 ? <Empty title="No orders yet" /> : null}
      <ul className="tf-rows">
        {orders.map(({ id, number, status, totalMinor, currency, submittedAt }) => (
          <li key={id}>
            <RecordLink to="orders" id={id}>
              {number ?? 'Draft'}
            </RecordLink>
            <span className="tf-number">{formatMinor(totalMinor, currency, reads.locale)}</span>
            <span>
              <StatusBadge machine="order" state={status} />
            </span>
            <span className="tf-muted">{submittedAt ? formatDate(submittedAt, 'date', reads) : ''}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
