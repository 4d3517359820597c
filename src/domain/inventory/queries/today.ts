import { bindings, sqlOf } from '@/platform/access/sql'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** A variant below its reorder point in one warehouse; quantities are decimal text in the stock unit. */
export interface LowStock {
  variant: string
  sku: string
  name: string
  unit: string
  warehouse: string
  warehouseName: string
  available: string
  reorderPoint: string
}

/** Where less is free to promise than the reorder point says (S3), the scarcest first; counted up to 1000. */
export async function lowStock(reader: Reader, organization: OrganizationFacts, first = 6): Promise<{ count: number; rows: LowStock[] }> {
  const to = bindings()
  const rows = await reader.rows<LowStock & { count: number }>(
    `with low as (select r.variant_id, r.warehouse_id, r.reorder_point, coalesce(s.available, 0) as available
      from reorder_rules r left join lateral (select sum(l.on_hand - l.reserved) as available from stock_levels l
        join storage_locations p on p.id = l.location_id
        where l.variant_id = r.variant_id and l.organization_id = r.organization_id and p.warehouse_id = r.warehouse_id and p.kind = 'stock') s on true
      where ${sqlOf(reader.reach('reorder-rules'), 'r', to)} and r.organization_id = ${to.bind(organization.id)}::uuid
        and coalesce(s.available, 0) < r.reorder_point
      order by coalesce(s.available, 0) / nullif(r.reorder_point, 0), r.id limit 1000)
    select (select count(*)::int from low) as count, v.id as variant, v.sku, v.name, u.code as unit, w.id as warehouse,
      w.name as "warehouseName", trim_scale(low.available)::text as available, trim_scale(low.reorder_point)::text as "reorderPoint"
    from low join variants v on v.id = low.variant_id join units u on u.id = v.stock_unit_id join warehouses w on w.id = low.warehouse_id
    order by low.available / nullif(low.reorder_point, 0), v.sku limit ${to.bind(first)}`,
    to.values,
  )
  return { count: rows[0]?.count ?? 0, rows: rows.map(({ count: _, ...row }) => row) }
}
