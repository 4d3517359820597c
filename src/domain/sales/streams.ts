import { sqlOf } from '@/platform/access/sql'
import { happenings, workedFor, type StreamChannel } from '@/platform/stream/channel'

/** What happens to the orders one sees: submitted, confirmed, shipped, cancelled … */
export const orderStream: StreamChannel = {
  name: 'orders',
  summary: 'What happens to the orders one sees: submitted, confirmed, shipped, delivered, closed, cancelled',
  permission: 'order.read',
  isPersonal: false,
  concerns: workedFor,
  news: happenings(
    (reader, to) => `e.subject_type = 'orders' and e.name like 'order.%'
      and exists (select 1 from orders o where o.id = e.subject::uuid and ${sqlOf(reader.reach('orders'), 'o', to)})`,
  ),
}
