import type { PriceOffer } from '@/domain/catalog/rows'
import { resolvePrice, type PriceList, type PriceListKind, type PriceRow } from '@/domain/catalog/rules'
import { pricePolicy } from '@/domain/catalog/settings'
import { groupBy } from '@/kernel/group'
import type { Day } from '@/kernel/period'
import { quantity, sumQuantities, type Quantity } from '@/kernel/quantity'
import { readSetting } from '@/kernel/setting'
import type { Reader } from '@/platform/reader'

/** What is asked: quantities in stock units; `on` is the business day in the buyer's zone (S14). */
export interface PriceQuery {
  seller: string
  buyer: string
  on: Day
  currency: string
  demand: readonly { readonly variant: string; readonly quantity: Quantity }[]
}

interface Row {
  variant: string
  list: string
  code: string
  kind: PriceListKind
  priority: number
  taxInclusive: boolean
  minimum: string
  micro: number
  policy: unknown
}

// The list named on the dealer counts as its customer list, whatever its own kind. Lists that do not count for the
// buyer on the day never leave the database.
const PRICES = `
select p.variant_id as variant, l.id as list, l.code, l.priority::float8 as priority, coalesce(l.tax_inclusive, false) as "taxInclusive",
  case when l.id = d.price_list_id and l.kind in ('tier', 'base') then 'customer' else l.kind::text end as kind,
  p.minimum_quantity::text as minimum, p.unit_price_micro::float8 as micro,
  (select s.value from settings s where s.key = $6 and s.branch_id is null and s.organization_id = any(string_to_array(trim(both '/' from o.path), '/')::uuid[])
    order by array_position(string_to_array(trim(both '/' from o.path), '/')::uuid[], s.organization_id) desc limit 1) as policy
from organizations o
left join dealers d on d.organization_id = o.id and d.party_id = $2::uuid
join price_lists l on l.organization_id = o.id and l.currency = $4 and l.kind <> 'cost'
  and (l.kind = 'base' or l.party_id = $2::uuid or l.tier_id = d.tier_id or (l.id = d.price_list_id and l.party_id is null))
  and (l.from_day is null or l.from_day <= $3) and (l.to_day is null or $3 < l.to_day)
join prices p on p.organization_id = o.id and p.list_id = l.id and p.variant_id = any($5::uuid[])
  and (p.from_day is null or p.from_day <= $3) and (p.to_day is null or $3 < p.to_day)
where o.id = $1::uuid`

/**
 * The selling price of each variant for a buyer (S14), breaks chosen by the quantity summed per variant. Null: no price,
 * which is not orderable. Currencies are never converted. The caller has established the right to ask.
 */
export async function pricesFor(reader: Pick<Reader, 'rows'>, asked: PriceQuery): Promise<Map<string, PriceOffer | null>> {
  const demand = groupBy(asked.demand, (line) => line.variant)
  const values = [asked.seller, asked.buyer, asked.on, asked.currency, [...demand.keys()], pricePolicy.key]
  const rows = await reader.rows<Row>(PRICES, values, 'tf_prices_for')
  const policy = readSetting(pricePolicy, rows[0]?.policy ?? undefined)
  const byVariant = groupBy(rows, (row) => row.variant)
  return new Map(
    [...demand].map(([variant, lines]) => {
      const wanted = sumQuantities(lines.map((line) => line.quantity))
      return [variant, offerOf(byVariant.get(variant) ?? [], { buyer: asked.buyer, on: asked.on, quantity: wanted, policy })]
    }),
  )
}

function offerOf(rows: readonly Row[], asked: { buyer: string; on: Day; quantity: Quantity; policy: 'precedence' | 'best-price' }): PriceOffer | null {
  const { buyer, ...question } = asked
  // Only lists of the buyer and of its tier arrived, so each is of the right tier and party.
  const lists = new Map(rows.map((row): [string, PriceList] => [row.list, { id: row.list, kind: row.kind, tier: OWN, party: buyer, priority: row.priority }]))
  const found = resolvePrice({ lists: [...lists.values()], prices: rows.map(priceOf), party: buyer, tier: OWN, ...question })
  const row = rows.find((one) => one.list === found?.list)
  if (!found || !row) return null
  return { unitPriceMicro: found.unitPriceMicro, list: row.code, kind: found.kind, taxInclusive: row.taxInclusive, breaks: found.breaks }
}

const OWN = 'own'

function priceOf(row: Row): PriceRow {
  return { list: row.list, minimumQuantity: quantity(row.minimum), unitPriceMicro: row.micro }
}
