import { bindings, sqlOf } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

/** A variant that has come down to its reorder point in a warehouse (S3); quantities as text in its stock unit. */
export interface LowStock {
  /** of the reorder rule */
  id: string
  variant: string
  sku: string
  name: string
  unit: string
  warehouse: { id: string; code: string; name: string }
  onHand: string
  reserved: string
  available: string
  safetyQuantity: string
  reorderPoint: string
  reorderQuantity: string
}

export interface LowStockWish {
  warehouse?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Everything low by what is available, not by what is on hand (S3), by SKU; what was never in stock counts as zero. */
export async function lowStock(reader: Reader, wish: LowStockWish): Promise<Page<LowStock>> {
  const to = bindings()
  const reached = sqlOf(reader.reach('reorder-rules', 'stock.read'), 'r', to)
  const inWarehouse = wish.warehouse ? `and r.warehouse_id = ${to.bind(wish.warehouse)}::uuid` : ''
  const [sku, id] = wish.cursor ? readCursor(wish.cursor) : []
  const after = sku !== undefined && id !== undefined ? `and (v.sku, r.id) > (${to.bind(sku)}, ${to.bind(id)}::uuid)` : ''
  const text = `
  select r.id, v.id as variant, v.sku, v.name, u.code as unit, json_build_object('id', w.id, 'code', w.code, 'name', w.name) as warehouse,
    trim_scale(x.on_hand)::text as "onHand", trim_scale(x.reserved)::text as reserved,
    trim_scale(x.on_hand - x.reserved - r.safety_quantity)::text as available, trim_scale(r.safety_quantity)::text as "safetyQuantity",
    trim_scale(r.reorder_point)::text as "reorderPoint", trim_scale(coalesce(r.reorder_quantity, 0))::text as "reorderQuantity"
  from reorder_rules r join variants v on v.id = r.variant_id and v.status = 'active' join units u on u.id = v.stock_unit_id
  join warehouses w on w.id = r.warehouse_id and w.archived_at is null
  cross join lateral (select coalesce(sum(l.on_hand), 0) as on_hand, coalesce(sum(l.reserved), 0) as reserved
    from stock_levels l join storage_locations g on g.id = l.location_id and g.kind = 'stock' and g.warehouse_id = r.warehouse_id
    where l.variant_id = r.variant_id and l.organization_id = r.organization_id) x
  where ${reached} ${inWarehouse} ${after} and x.on_hand - x.reserved - r.safety_quantity <= r.reorder_point
  order by v.sku, r.id limit ${to.bind(wish.limit + 1)}`
  const rows = await reader.rows<LowStock>(text, to.values)
  return pageOf(rows, wish.limit, (row) => [row.sku, row.id])
}
