import { businessDay } from '@/kernel/period'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** What a buyer owes and has, in minor units of the seller's currency. */
export interface BuyerStanding {
  openMinor: number
  overdueMinor: number
  creditMinor: number
}

/** Open and overdue invoices, and money or credit notes of a buyer that settle nothing yet. */
export async function buyerStanding(reader: Reader, seller: OrganizationFacts, buyer: string): Promise<BuyerStanding> {
  const to = bindings([seller.id, buyer, seller.currency, businessDay(reader.now, seller.zone)])
  const [row] = await reader.rows<BuyerStanding>(
    `select coalesce(sum(i.open_minor) filter (where i.kind = 'invoice'), 0)::float8 as "openMinor",
      coalesce(sum(i.open_minor) filter (where i.kind = 'invoice' and i.due_on < $4), 0)::float8 as "overdueMinor",
      (coalesce(sum(i.open_minor) filter (where i.kind = 'credit-note'), 0) + (select coalesce(sum(p.unapplied_minor), 0) from payments p
        where p.organization_id = $1::uuid and p.counterparty_id = $2::uuid and p.currency = $3 and p.status = 'cleared'
          and ${sqlOf(reader.reach('payments'), 'p', to)}))::float8 as "creditMinor"
    from invoices i where i.organization_id = $1::uuid and i.counterparty_id = $2::uuid and i.currency = $3 and i.status = 'posted'
      and i.open_minor > 0 and ${sqlOf(reader.reach('invoices'), 'i', to)}`,
    to.values,
  )
  return row ?? { openMinor: 0, overdueMinor: 0, creditMinor: 0 }
}
