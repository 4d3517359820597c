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

/** A price that counts for a buyer, as JSON out of `priceSql`. */
export interface PriceJson {
  variant: string
  list: string
  code: string
  kind: PriceListKind
  priority: number
  taxInclusive: boolean
  minimum: string
  micro: number
}

// The list named on the dealer counts as its customer list, whatever its own kind.
const KIND = `case when l.id = d.price_list_id and l.kind in ('tier', 'base') then 'customer' else l.kind::text end`

/**
 * SQL for the price lists that count for a buyer on a day: id, code, kind, priority, tax_inclusive and rank, which is
 * smaller where a list comes first (S14). Parameters are expressions; lists that do not count never leave the database.
 */
export function listsSql({ seller, buyer, currency, on }: Record<'seller' | 'buyer' | 'currency' | 'on', string>): string {
  return `select l.id, l.code, l.priority, coalesce(l.tax_inclusive, false) as tax_inclusive, ${KIND} as kind,
      array_position(array['contract', 'customer', 'tier', 'base'], ${KIND}) as rank
    from price_lists l left join dealers d on d.organization_id = l.organization_id and d.party_id = ${buyer}::uuid
    where l.organization_id = ${seller}::uuid and l.currency = ${currency} and l.kind <> 'cost'
      and (l.kind = 'base' or l.party_id = ${buyer}::uuid or l.tier_id = d.tier_id or (l.id = d.price_list_id and l.party_id is null))
      and (l.from_day is null or l.from_day <= ${on}) and (l.to_day is null or ${on} < l.to_day)`
}

/** SQL condition: a price `p` is one of the seller's on the day. */
export function countsOnDay(p: string, { seller, on }: Record<'seller' | 'on', string>): string {
  return `${p}.organization_id = ${seller}::uuid and (${p}.from_day is null or ${p}.from_day <= ${on}) and (${p}.to_day is null or ${on} < ${p}.to_day)`
}

/** A price `p` of a list `l` of `listsSql` as a JSON object. */
export const PRICE_JSON = `json_build_object('variant', p.variant_id, 'list', l.id, 'code', l.code, 'kind', l.kind, 'priority', l.priority,
  'taxInclusive', l.tax_inclusive, 'minimum', p.minimum_quantity::text, 'micro', p.unit_price_micro)`

/** SQL for the seller's own setting of what decides between lists. */
export function policySql(seller: string): string {
  const path = `string_to_array(trim(both '/' from o.path), '/')::uuid[]`
  return `(select s.value from organizations o join settings s on s.organization_id = any(${path}) and s.key = '${pricePolicy.key}' and s.branch_id is null
    where o.id = ${seller}::uuid order by array_position(${path}, s.organization_id) desc limit 1)`
}

const PLACES = { seller: '$1', buyer: '$2', on: '$3', currency: '$4' }
const PRICES = `
select coalesce((select json_agg(${PRICE_JSON}) from (${listsSql(PLACES)}) l
  join prices p on p.list_id = l.id and p.variant_id = any($5::uuid[]) and ${countsOnDay('p', PLACES)}), '[]') as prices, ${policySql('$1')} as policy`

/**
 * The selling price of each variant for a buyer (S14), breaks chosen by the quantity summed per variant. Null: no price,
 * which is not orderable. Currencies are never converted. The caller has established the right to ask.
 */
export async function pricesFor(reader: Pick<Reader, 'rows'>, asked: PriceQuery): Promise<Map<string, PriceOffer | null>> {
  const variants = [...new Set(asked.demand.map((line) => line.variant))]
  const values = [asked.seller, asked.buyer, asked.on, asked.currency, variants]
  const [row] = await reader.rows<{ prices: PriceJson[]; policy: unknown }>(PRICES, values, 'tf_prices_for')
  return offersOf(row?.prices ?? [], { ...asked, policy: row?.policy })
}

/** The offers for a demand out of the prices that count for the buyer; null: no price. `policy` is the stored setting. */
export function offersOf(
  prices: readonly PriceJson[],
  { demand, buyer, on, policy: stored }: Pick<PriceQuery, 'demand' | 'buyer' | 'on'> & { policy: unknown },
): Map<string, PriceOffer | null> {
  const policy = readSetting(pricePolicy, stored ?? undefined)
  const byVariant = groupBy(prices, (price) => price.variant)
  return new Map(
    [...groupBy(demand, (line) => line.variant)].map(([variant, lines]) => {
      const wanted = sumQuantities(lines.map((line) => line.quantity))
      return [variant, offerOf(byVariant.get(variant) ?? [], { buyer, on, quantity: wanted, policy })]
    }),
  )
}

function offerOf(rows: readonly PriceJson[], asked: { buyer: string; on: Day; quantity: Quantity; policy: 'precedence' | 'best-price' }): PriceOffer | null {
  const { buyer, ...question } = asked
  // Only lists of the buyer and of its tier arrived, so each is of the right tier and party.
  const lists = new Map(rows.map((row): [string, PriceList] => [row.list, { id: row.list, kind: row.kind, tier: OWN, party: buyer, priority: row.priority }]))
  const found = resolvePrice({ lists: [...lists.values()], prices: rows.map(priceOf), party: buyer, tier: OWN, ...question })
  const row = rows.find((one) => one.list === found?.list)
  if (!found || !row) return null
  return { unitPriceMicro: found.unitPriceMicro, list: row.code, kind: found.kind, taxInclusive: row.taxInclusive, breaks: found.breaks }
}

const OWN = 'own'

function priceOf(row: PriceJson): PriceRow {
  return { list: row.list, minimumQuantity: quantity(row.minimum), unitPriceMicro: row.micro }
}
