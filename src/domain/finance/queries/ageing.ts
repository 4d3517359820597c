import { businessDay, type Day } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** Open money by how late it is, in minor units; `current` is not due yet or due today. */
export interface Buckets {
  currentMinor: number
  to30Minor: number
  to60Minor: number
  to90Minor: number
  over90Minor: number
  openMinor: number
  unappliedMinor: number
}

export interface DealerAgeing extends Buckets {
  buyer: string
  buyerName: string
}

export interface Ageing {
  asOf: Day
  currency: string
  total: Buckets
  dealers: DealerAgeing[]
}

const late = (from: number, to?: number): string => {
  const days = 'x.days'
  const range = to === undefined ? `${days} >= ${from}` : `${days} between ${from} and ${to}`
  return `coalesce(sum(x.open) filter (where ${range}), 0)::float8`
}

const BUCKETS = `coalesce(sum(x.open) filter (where x.days <= 0), 0)::float8 as "currentMinor", ${late(1, 30)} as "to30Minor",
  ${late(31, 60)} as "to60Minor", ${late(61, 90)} as "to90Minor", ${late(91)} as "over90Minor",
  coalesce(sum(x.open), 0)::float8 as "openMinor", coalesce(sum(x.unapplied), 0)::float8 as "unappliedMinor"`

/**
 * What dealers owe the organization today by how late it is, in total and for those who owe most (F15 as of now). The
 * sum of the buckets is what is open; unapplied credit stands beside it.
 */
export async function ageing(reader: Reader, organization: OrganizationFacts, first = 50): Promise<Ageing> {
  const to = bindings()
  const asOf = businessDay(reader.now, organization.zone)
  const mine = `organization_id = ${to.bind(organization.id)}::uuid`
  const currency = to.bind(organization.currency)
  const today = to.bind(asOf)
  const invoices = sqlOf(reader.reach('invoices'), 'i', to)
  const payments = sqlOf(reader.reach('payments'), 'p', to)
  const rows = await reader.rows<DealerAgeing & { isTotal: boolean }>(
    `with x as (
      select i.counterparty_id as buyer, i.buyer_name as name, case when i.kind = 'invoice' then i.open_minor end as open,
        case when i.kind = 'invoice' then 0 else i.open_minor end as unapplied, ${today}::date - i.due_on::date as days
      from invoices i where i.${mine} and ${invoices} and i.currency = ${currency} and i.status = 'posted' and i.open_minor > 0
      union all
      select p.counterparty_id, p.buyer_name, null, p.unapplied_minor, 0
      from payments p where p.${mine} and ${payments} and p.currency = ${currency} and p.status = 'cleared' and p.unapplied_minor > 0)
    select x.buyer, max(x.name) as "buyerName", grouping(x.buyer) = 1 as "isTotal", ${BUCKETS}
    from x group by grouping sets ((x.buyer), ()) order by "isTotal" desc, "openMinor" desc, x.buyer limit ${to.bind(first + 1)}`,
    to.values,
  )
  const [head, ...dealers] = rows
  return {
    asOf,
    currency: organization.currency,
    total: bucketsOf(head),
    dealers: dealers.map((row) => ({ buyer: row.buyer, buyerName: row.buyerName, ...bucketsOf(row) })),
  }
}

function bucketsOf(row: Buckets | undefined): Buckets {
  const {
    currentMinor = 0,
    to30Minor = 0,
    to60Minor = 0,
    to90Minor = 0,
    over90Minor = 0,
    openMinor = 0,
    unappliedMinor = 0,
  } = row ?? {}
  return { currentMinor, to30Minor, to60Minor, to90Minor, over90Minor, openMinor, unappliedMinor }
}
