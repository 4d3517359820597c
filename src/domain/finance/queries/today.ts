import { businessDay, type Day } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** An invoice past its due day. */
export interface OverdueInvoice {
  id: string
  number: string
  buyerName: string
  openMinor: number
  currency: string
  dueOn: Day
  daysLate: number
}

/** How many are overdue (counted up to 1000), what is open in the organization's currency, and the oldest of them. */
export interface Overdue {
  count: number
  openMinor: number
  rows: OverdueInvoice[]
}

/** Net revenue of one month in minor units of the organization's currency; credit notes are subtracted. */
export interface RevenueMonth {
  /** First day of the month. */
  month: Day
  netMinor: number
}

/** Posted invoices of the organization that are open after their due day (F8), the longest overdue first. */
export async function overdueInvoices(reader: Reader, organization: OrganizationFacts, first = 6): Promise<Overdue> {
  const to = bindings()
  const rows = await reader.rows<OverdueInvoice & { count: number; sum: number }>(
    `with late as (select i.* from invoices i where ${sqlOf(reader.reach('invoices'), 'i', to)} and i.organization_id = ${to.bind(organization.id)}::uuid
      and i.status = 'posted' and i.kind = 'invoice' and i.open_minor > 0 and i.due_on < ${to.bind(businessDay(reader.now, organization.zone))}
      order by i.due_on, i.id limit 1000)
    select (select count(*)::int from late) as count, (select coalesce(sum(open_minor), 0)::float8 from late where currency = ${to.bind(organization.currency)}) as sum,
      i.id, i.number, i.buyer_name as "buyerName", i.open_minor::float8 as "openMinor", i.currency, i.due_on as "dueOn",
      ${to.bind(businessDay(reader.now, organization.zone))}::date - i.due_on::date as "daysLate"
    from late i order by i.due_on, i.id limit ${to.bind(first)}`,
    to.values,
  )
  const [head] = rows
  return { count: head?.count ?? 0, openMinor: head?.sum ?? 0, rows: rows.map(({ count: _, sum: __, ...row }) => row) }
}

/** Revenue by month of invoicing, the running month last; months without invoices are there with 0. */
export function revenuePerMonth(reader: Reader, organization: OrganizationFacts, months = 12): Promise<RevenueMonth[]> {
  const to = bindings()
  const thisMonth = `date_trunc('month', ${to.bind(businessDay(reader.now, organization.zone))}::timestamp)`
  const from = `${thisMonth} - make_interval(months => ${to.bind(months - 1)})`
  return reader.rows<RevenueMonth>(
    `select to_char(m.month, 'YYYY-MM-DD') as month, coalesce(r.net, 0)::float8 as "netMinor"
    from generate_series(${from}, ${thisMonth}, interval '1 month') m(month)
    left join (select date_trunc('month', i.invoiced_on::timestamp) as month,
        sum((i.total_minor - i.tax_minor) * case when i.kind = 'credit-note' then -1 else 1 end) as net
      from invoices i where ${sqlOf(reader.reach('invoices'), 'i', to)} and i.organization_id = ${to.bind(organization.id)}::uuid
        and i.status = 'posted' and i.currency = ${to.bind(organization.currency)} and i.invoiced_on >= to_char(${from}, 'YYYY-MM-DD')
      group by 1) r using (month) order by m.month`,
    to.values,
  )
}
