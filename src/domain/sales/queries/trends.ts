import type { Day } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** Submitted orders of one week, Monday first. */
export interface OrderWeek {
  monday: Day
  orders: number
}

/** What sold best: net order value in minor units of the organization's currency. */
export interface TopProduct {
  variant: string
  sku: string
  name: string
  netMinor: number
}

/** Orders per week in the organization's zone, without cancelled ones; weeks without orders are there with 0. */
export function ordersPerWeek(reader: Reader, organization: OrganizationFacts, weeks = 12): Promise<OrderWeek[]> {
  const to = bindings()
  const zone = to.bind(organization.zone)
  const now = to.bind(reader.now)
  return reader.rows<OrderWeek>(
    `select to_char(w.monday, 'YYYY-MM-DD') as monday, coalesce(n.orders, 0) as orders
    from generate_series(date_trunc('week', ${now}::timestamptz at time zone ${zone}) - make_interval(weeks => ${to.bind(weeks - 1)}),
      date_trunc('week', ${now}::timestamptz at time zone ${zone}), interval '7 days') w(monday)
    left join (select date_trunc('week', o.submitted_at at time zone ${zone}) as monday, count(*)::int as orders from orders o
      where ${sqlOf(reader.reach('orders'), 'o', to)} and o.organization_id = ${to.bind(organization.id)}::uuid
        and o.status <> 'cancelled' and o.submitted_at > ${now}::timestamptz - make_interval(weeks => ${to.bind(weeks)})
      group by 1) n using (monday) order by w.monday`,
    to.values,
  )
}

/** The variants with the highest net order value of the last days. */
export function topProducts(reader: Reader, organization: OrganizationFacts, days = 90, first = 6): Promise<TopProduct[]> {
  const to = bindings()
  return reader.rows<TopProduct>(
    `select l.variant_id as variant, max(l.sku) as sku, max(l.name) as name, sum(l.net_minor)::float8 as "netMinor"
    from orders o join order_lines l on l.order_id = o.id
    where ${sqlOf(reader.reach('orders'), 'o', to)} and o.organization_id = ${to.bind(organization.id)}::uuid
      and o.status not in ('draft', 'cancelled') and o.currency = ${to.bind(organization.currency)}
      and o.submitted_at > ${to.bind(reader.now)}::timestamptz - make_interval(days => ${to.bind(days)})
    group by l.variant_id order by 4 desc, 1 limit ${to.bind(first)}`,
    to.values,
  )
}
