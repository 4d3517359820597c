import type { Availability } from '@/domain/inventory/rows'
import { addQuantity, quantity, ZERO } from '@/kernel/quantity'
import type { Reader } from '@/platform/reader'

interface Row {
  variant: string
  id: string
  code: string
  name: string
  available: string
}

const AVAILABLE = `
select l.variant_id as variant, w.id, w.code, w.name,
  greatest(0, sum(l.on_hand - l.reserved) - coalesce(max(r.safety_quantity), 0))::text as available
from stock_levels l join storage_locations s on s.id = l.location_id and s.kind = 'stock'
join warehouses w on w.id = s.warehouse_id and w.archived_at is null
left join reorder_rules r on r.variant_id = l.variant_id and r.warehouse_id = w.id
where l.organization_id = $1::uuid and l.variant_id = any($2::uuid[])
group by l.variant_id, w.id order by w.priority, w.id`

/**
 * What can be promised of variants (S3), in stock units, in total and per warehouse. A read model without locks; every
 * variant asked for is in the map. The caller has established the right to ask this seller.
 */
export async function availabilityOf(
  reader: Pick<Reader, 'rows'>,
  asked: { seller: string; variants: readonly string[] },
): Promise<Map<string, Availability>> {
  const rows = await reader.rows<Row>(AVAILABLE, [asked.seller, [...new Set(asked.variants)]], 'tf_availability')
  const answer = new Map(asked.variants.map((variant): [string, Availability] => [variant, { total: ZERO, warehouses: [] }]))
  for (const { variant, available: text, ...warehouse } of rows) {
    const found = answer.get(variant)
    if (!found) continue
    const available = quantity(text)
    found.total = addQuantity(found.total, available)
    found.warehouses.push({ ...warehouse, available })
  }
  return answer
}
