/**
 * What can be promised of a variant (S3), in total, as an SQL expression. A read model over the tables of inventory:
 * catalog does not call inventory, because inventory calls catalog.
 */
export function availableSql(variant: string): string {
  return `(select coalesce(sum(greatest(0, x.free)), 0) from (${freeSql(variant)}) x)`
}

/** True where at least something of a variant can be promised, as an SQL condition. */
export function inStockSql(variant: string): string {
  return `exists (select 1 from (${freeSql(variant)}) x where x.free > 0)`
}

function freeSql(variant: string): string {
  return `select sum(l.on_hand - l.reserved) - coalesce(max(r.safety_quantity), 0) as free, w.id, w.code, w.name, w.priority
    from stock_levels l join storage_locations g on g.id = l.location_id and g.kind = 'stock'
    join warehouses w on w.id = g.warehouse_id and w.archived_at is null
    left join reorder_rules r on r.variant_id = l.variant_id and r.warehouse_id = w.id
    where l.variant_id = ${variant} group by w.id`
}

/** What each warehouse can promise of a variant, as JSON in the order of allocation: `[{ id, code, name, available }]`. */
export function perWarehouseSql(variant: string): string {
  return `(select json_agg(json_build_object('id', x.id, 'code', x.code, 'name', x.name, 'available', trim_scale(greatest(0, x.free))::text)
    order by x.priority, x.id) from (${freeSql(variant)}) x)`
}
