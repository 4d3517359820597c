import type { Backorder, VariantFacts, VariantRef } from '@/domain/catalog/rows'
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

const VARIANTS = `
select v.id, v.product_id as product, v.sku, v.name, u.code as unit, u.decimals::int as decimals, v.packs, v.tax_class as "taxClass",
  v.minimum_quantity::text as minimum, v.step_quantity::text as step, v.backorder,
  case when p.archived_at is not null then 'archived' when p.status <> 'active' then p.status::text else v.status::text end as status
from variants v join products p on p.id = v.product_id join units u on u.id = v.stock_unit_id
where v.organization_id = $1::uuid and (v.id = any($2::uuid[]) or upper(v.sku) = any($3::text[]))`

/**
 * The variants an order names, by the key of each reference (`refKey`). A SKU is found in its own spelling first, else
 * in any case. What the seller does not have is missing in the map. The caller has the right to deal with the seller.
 */
export async function variantsForOrder(
  reader: Pick<Reader, 'rows'>,
  asked: { seller: string; refs: readonly VariantRef[] },
): Promise<Map<string, VariantFacts>> {
  const ids = asked.refs.flatMap((ref) => ('variant' in ref ? [ref.variant] : []))
  const skus = asked.refs.flatMap((ref) => ('sku' in ref ? [ref.sku.toUpperCase()] : []))
  const rows = await reader.rows<Row>(VARIANTS, [asked.seller, ids, skus], 'tf_variants_for_order')
  const known = new Map(rows.flatMap((row) => [row.sku.toUpperCase(), row.sku, row.id].map((key): [string, Row] => [key, row])))
  // A SKU in its own spelling wins over one that differs in case only.
  for (const row of rows) known.set(row.sku, row)
  const found = new Map<string, VariantFacts>()
  for (const ref of asked.refs) {
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
