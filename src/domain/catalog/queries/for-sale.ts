import { marketOf } from '@/domain/catalog/queries/market'
import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A variant for sale, and who sells it. */
export interface VariantForSale {
  id: string
  product: string
  sku: string
  name: string
  unit: string
}

/**
 * The variants for sale of one product (by id or slug), or one variant by its id, as an organization sees them.
 * NOT_FOUND when there is none.
 */
export async function variantsForSale(
  reader: Reader,
  asked: { organization: string } & ({ product: string } | { variant: string }),
): Promise<{ seller: string; variants: VariantForSale[] }> {
  const { seller } = await marketOf(reader, asked.organization)
  const isProduct = 'product' in asked
  const to = bindings([seller, isProduct ? asked.product : asked.variant])
  const which = isProduct ? '(p.id::text = $2 or p.slug = $2)' : 'v.id::text = $2'
  const variants = await reader.rows<VariantForSale>(
    `select v.id, v.product_id as product, v.sku, v.name, u.code as unit from variants v join products p on p.id = v.product_id join units u on u.id = v.stock_unit_id
     where v.organization_id = $1::uuid and ${which} and v.status = 'active' and p.status = 'active' and p.archived_at is null
       and ${sqlOf(reader.reach('variants'), 'v', to)} order by v.position, v.sku limit 200`,
    to.values,
  )
  return variants.length > 0 ? { seller, variants } : refuse('NOT_FOUND', { noun: isProduct ? 'The product' : 'The variant' })
}
