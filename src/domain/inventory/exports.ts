import { defineExport, plain } from '@/kernel/export'

const PLACE = `join variants v on v.id = t.variant_id join storage_locations l on l.id = t.location_id join warehouses w on w.id = l.warehouse_id`
const place = [
  { head: 'Warehouse', sql: 'w.code' },
  { head: 'Location', sql: 'l.code' },
  ...plain('v', { SKU: 'sku', Name: 'name' }),
]

export const inventoryExports = [
  defineExport({
    collection: 'stock-levels',
    label: 'Stock',
    from: `stock_levels t ${PLACE}`,
    columns: [
      ...place,
      ...plain('t', { Lot: 'lot', Shelf: 'shelf', 'On hand': 'on_hand', Reserved: 'reserved' }),
      { head: 'Available', sql: 't.on_hand - t.reserved' },
    ],
    filters: { words: ['v.sku', 'v.name', 'w.code', 'l.code'] },
  }),
  defineExport({
    collection: 'stock-moves',
    label: 'Stock moves',
    from: `stock_moves t ${PLACE}`,
    columns: [
      ...plain('t', { At: 'at', Day: 'on_day', Kind: 'kind' }),
      ...place,
      ...plain('t', {
        Quantity: 'quantity',
        Cause: 'cause_type',
        'Cause id': 'cause',
        Reason: 'reason',
        By: 'actor_name',
      }),
      { head: 'Unit cost', sql: 'trim_scale(t.unit_cost_micro / 1000000)', kind: 'owner', class: 'restricted' },
    ],
    filters: { status: 't.kind', day: 't.at', words: ['v.sku', 'v.name', 't.reason'] },
  }),
]
