import type { Day } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** What a buyer ordered in one month, with tax, in minor units. */
export interface SpendMonth {
  /** first day of the month */
  month: Day
  orders: number
  totalMinor: number
}

/** What of a buyer's orders is still to come. */
export interface Coming {
  openOrders: number
  openMinor: number
  shipmentsOnTheWay: number
}

/**
 * What a buyer ordered per month in its zone, the running month last, without cancelled orders and in one currency;
 * months without orders are there with 0.
 */
export function spendPerMonth(reader: Reader, { buyer, currency, zone }: { buyer: string; currency: string; zone: string }, months = 12): Promise<SpendMonth[]> {
  const to = bindings([zone, reader.now, months])
  const thisMonth = `date_trunc('month', $2::timestamptz at time zone $1)`
  const from = `${thisMonth} - make_interval(months => $3::int - 1)`
  return reader.rows<SpendMonth>(
    `select to_char(m.month, 'YYYY-MM-DD') as month, coalesce(s.orders, 0) as orders, coalesce(s.total, 0)::float8 as "totalMinor"
    from generate_series(${from}, ${thisMonth}, interval '1 month') m(month)
    left join (select date_trunc('month', o.submitted_at at time zone $1) as month, count(*)::int as orders, sum(o.total_minor) as total
      from orders o where o.counterparty_id = ${to.bind(buyer)}::uuid and ${sqlOf(reader.reach('orders'), 'o', to)} and o.currency = ${to.bind(currency)}
        and o.status not in ('draft', 'cancelled') and o.submitted_at >= (${from}) at time zone $1
      group by 1) s using (month) order by m.month`,
    to.values,
  )
}

/** How many orders of a buyer are open, what they amount to in one currency, and how many shipments are on their way. */
export async function comingFor(reader: Reader, { buyer, currency }: { buyer: string; currency: string }): Promise<Coming> {
  const to = bindings([buyer, currency])
  const [row] = await reader.rows<Coming>(
    `select count(*)::int as "openOrders", coalesce(sum(o.total_minor) filter (where o.currency = $2), 0)::float8 as "openMinor",
      (select count(*)::int from shipments s where s.counterparty_id = $1::uuid and s.status = 'dispatched' and ${sqlOf(reader.reach('shipments'), 's', to)}) as "shipmentsOnTheWay"
    from orders o where o.counterparty_id = $1::uuid and o.status in ('submitted', 'confirmed', 'processing', 'partially-shipped')
      and ${sqlOf(reader.reach('orders'), 'o', to)}`,
    to.values,
  )
  return row ?? { openOrders: 0, openMinor: 0, shipmentsOnTheWay: 0 }
}
