import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface RecentOrder {
  id: string
  number: string | null
  status: string
  totalMinor: number
  currency: string
  submittedAt: Date | null
}

/** The newest orders of one buyer, as far as the reader reaches them. */
export function recentOrders(reader: Reader, buyer: string, first = 8): Promise<RecentOrder[]> {
  const to = bindings([buyer])
  return reader.rows<RecentOrder>(
    `select o.id, o.number, o.status, o.total_minor::float8 as "totalMinor", o.currency, o.submitted_at as "submittedAt"
    from orders o where o.counterparty_id = $1::uuid and ${sqlOf(reader.reach('orders'), 'o', to)} order by o.id desc limit ${to.bind(first)}`,
    to.values,
  )
}
