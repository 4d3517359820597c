import { sqlOf } from '@/platform/access/sql'
import { happenings, workedFor, type StreamChannel } from '@/platform/stream/channel'

/** Variants that come down to their reorder point in the warehouses one sees. */
export const stockStream: StreamChannel = {
  name: 'inventory/alerts',
  summary: 'Variants that come down to their reorder point',
  permission: 'stock.read',
  isPersonal: false,
  concerns: workedFor,
  news: happenings(
    (reader, to) => `e.name = 'stock.low' and exists (select 1 from stock_levels l join storage_locations g on g.id = l.location_id
      where l.organization_id = e.organization_id and l.variant_id = e.subject::uuid and g.warehouse_id = (e.data ->> 'warehouse')::uuid
        and ${sqlOf(reader.reach('stock-levels'), 'l', to)})`,
  ),
}
