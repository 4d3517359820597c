import { bindings, sqlOf } from '@/platform/access/sql'
import { each, workedFor, type StreamChannel } from '@/platform/stream/channel'

interface Happened {
  id: string
  event: string
  at: Date
  data: Record<string, unknown>
}

/** What happens to the orders one sees: submitted, confirmed, shipped, cancelled … */
export const orderStream: StreamChannel = {
  name: 'orders',
  summary: 'What happens to the orders one sees: submitted, confirmed, shipped, delivered, closed, cancelled',
  permission: 'order.read',
  isPersonal: false,
  concerns: workedFor,
  news: each(async ({ reader, after }, most) => {
    const to = bindings([after, most])
    const rows = await reader.rows<Happened>(
      `select e.id, e.name as event, e.at, e.data from outbox_events e join orders o on o.id = e.subject::uuid
       where e.id > $1::uuid and e.subject_type = 'orders' and e.name like 'order.%' and ${sqlOf(reader.reach('orders'), 'o', to)} order by e.id limit $2::int`,
      to.values,
    )
    return rows.map(({ id, event, at, data }) => ({ id, event, data: { ...data, at } }))
  }),
}
