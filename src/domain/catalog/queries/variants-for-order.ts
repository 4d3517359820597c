import { countsOnDay, listsSql, offersOf, policySql, PRICE_JSON, type PriceJson, type PriceQuery } from '@/domain/catalog/queries/prices-for'
import type { Backorder, PriceOffer, VariantFacts, VariantRef } from '@/domain/catalog/rows'
import { quantity } from '@/kernel/quantity'
import type { Reader } from '@/platform/reader'

interface Row {
  id: string
  product: string
  sku: string
  name: string
  status: string
  unit: string
  decimals: number
  packs: { unit: string; factor: string | number }[] | null
  taxClass: string
  minimum: string | null
  step: string | null
  backorder: Backorder
}

// $1 is the seller.
const VARIANTS = (ids: string, skus: string) => `
select v.id, v.product_id as product, v.sku, v.name, u.code as unit, u.decimals::int as decimals, v.packs, v.tax_class as "taxClass",
  v.minimum_quantity::text as minimum, v.step_quantity::text as step, v.backorder,
  case when p.archived_at is not null then 'archived' when p.status <> 'active' then p.status::text else v.status::text end as status
from variants v join products p on p.id = v.product_id join units u on u.id = v.stock_unit_id
where v.organization_id = $1::uuid and (v.id = any(${ids}::uuid[]) or upper(v.sku) = any(${skus}::text[]))`

const FACTS = VARIANTS('$2', '$3')

/**
 * The variants an order names, by the key of each reference (`refKey`). A SKU is found in its own spelling first, else
 * in any case. What the seller does not have is missing in the map. The caller has the right to deal with the seller.
 */
export async function variantsForOrder(
  reader: Pick<Reader, 'rows'>,
  asked: { seller: string; refs: readonly VariantRef[] },
): Promise<Map<string, VariantFacts>> {
  const rows = await reader.rows<Row>(FACTS, [asked.seller, ...namesOf(asked.refs)], 'tf_variants_for_order')
  return factsByRef(rows, asked.refs)
}

const PLACES = { seller: '$1', buyer: '$2', on: '$3', currency: '$4' }
const OFFERED = `
with v as materialized (${VARIANTS('$5', '$6')})
select coalesce((select json_agg(v) from v), '[]') as variants, coalesce((select json_agg(${PRICE_JSON}) from (${listsSql(PLACES)}) l
  join prices p on p.list_id = l.id and p.variant_id = any(array(select v.id from v)) and ${countsOnDay('p', PLACES)}), '[]') as prices, ${policySql('$1')} as policy`

/** The variants an order names, and what a demand of them costs the buyer. */
export interface OfferedVariants {
  variants: Map<string, VariantFacts>
  /** as `pricesFor`, for variants among those found */
  offers: (demand: PriceQuery['demand']) => Map<string, PriceOffer | null>
}

/** `variantsForOrder` and `pricesFor` in one statement: an order needs both, and the demand follows from the variants. */
export async function offeredVariants(
  reader: Pick<Reader, 'rows'>,
  asked: Omit<PriceQuery, 'demand'> & { refs: readonly VariantRef[] },
): Promise<OfferedVariants> {
  const { seller, buyer, on, currency, refs } = asked
  const values = [seller, buyer, on, currency, ...namesOf(refs)]
  const [row] = await reader.rows<{ variants: Row[]; prices: PriceJson[]; policy: unknown }>(OFFERED, values, 'tf_offered_variants')
  return {
    variants: factsByRef(row?.variants ?? [], refs),
    offers: (demand) => offersOf(row?.prices ?? [], { demand, buyer, on, policy: row?.policy }),
  }
}

function namesOf(refs: readonly VariantRef[]): [ids: string[], skus: string[]] {
  return [refs.flatMap((ref) => ('variant' in ref ? [ref.variant] : [])), refs.flatMap((ref) => ('sku' in ref ? [ref.sku.toUpperCase()] : []))]
}

function factsByRef(rows: readonly Row[], refs: readonly VariantRef[]): Map<string, VariantFacts> {
  const known = new Map(rows.flatMap((row) => [row.sku.toUpperCase(), row.sku, row.id].map((key): [string, Row] => [key, row])))
  // A SKU in its own spelling wins over one that differs in case only.
  for (const row of rows) known.set(row.sku, row)
  const found = new Map<string, VariantFacts>()
  for (const ref of refs) {
    const row = 'variant' in ref ? known.get(ref.variant.toLowerCase()) : (known.get(ref.sku) ?? known.get(ref.sku.toUpperCase()))
    if (row) found.set(refKey(ref), factsOf(row))
  }
  return found
}

/** The key under which `variantsForOrder` answers a reference: the id or the SKU as it was written. */
export function refKey(ref: VariantRef): string {
  return 'variant' in ref ? ref.variant : ref.sku
}

const REASONS: Readonly<Record<string, string>> = {
  draft: 'it is not released yet',
  discontinued: 'it is discontinued',
  archived: 'it is not sold any more',
}

function factsOf({ unit, decimals, packs, minimum, step, status, ...row }: Row): VariantFacts {
  return {
    ...row,
    isOrderable: status === 'active',
    reason: REASONS[status] ?? null,
    stockUnit: { code: unit, decimals },
    packs: (packs ?? []).map((pack) => ({ unit: pack.unit, factor: quantity(pack.factor) })),
    minimum: minimum === null ? null : quantity(minimum),
    step: step === null ? null : quantity(step),
  }
}
