import { bindings, sqlOf } from '@/platform/access/sql'
import { each, workedFor, type StreamChannel } from '@/platform/stream/channel'

interface Low {
  id: string
  at: Date
  data: Record<string, unknown>
}

/** Variants that come down to their reorder point in the warehouses one sees. */
export const stockStream: StreamChannel = {
  name: 'inventory/alerts',
  summary: 'Variants that come down to their reorder point',
  permission: 'stock.read',
  isPersonal: false,
  concerns: workedFor,
  news: each(async ({ reader, after }, most) => {
    const to = bindings([after, most])
    const rows = await reader.rows<Low>(
      `select e.id, e.at, e.data from outbox_events e where e.id > $1::uuid and e.name = 'stock.low' and exists (select 1 from stock_levels l
         join storage_locations g on g.id = l.location_id where l.organization_id = e.organization_id and l.variant_id = e.subject::uuid and g.warehouse_id = (e.data ->> 'warehouse')::uuid
           and ${sqlOf(reader.reach('stock-levels'), 'l', to)}) order by e.id limit $2::int`,
      to.values,
    )
    return rows.map(({ id, at, data }) => ({ id, event: 'stock.low', data: { ...data, at } }))
  }),
}
