import type { Check } from '@/platform/doctor/check'

const ACTIVE = `state in ('held', 'firm')`

/** What always holds for goods. */
export const stockChecks: readonly Check[] = [
  {
    id: 'Q01',
    says: 'A stock level is the sum of its moves.',
    sql: `select l.id, l.on_hand, coalesce(m.sum, 0) as moves from stock_levels l
      left join (select level_id, sum(quantity) as sum from stock_moves group by 1) m on m.level_id = l.id where l.on_hand <> coalesce(m.sum, 0)`,
  },
  {
    id: 'Q01b',
    says: 'A move belongs to the variant, location and holder of its level.',
    sql: `select m.id from stock_moves m join stock_levels l on l.id = m.level_id
      where (m.variant_id, m.location_id, m.organization_id) is distinct from (l.variant_id, l.location_id, l.organization_id)`,
  },
  {
    id: 'Q02',
    says: 'Reserved lies between nothing and what is on hand.',
    sql: `select id, on_hand, reserved from stock_levels where on_hand < 0 or reserved < 0 or reserved > on_hand`,
  },
  {
    id: 'Q03',
    says: 'Reserved is the sum of active reservations.',
    sql: `select l.id, l.reserved, coalesce(r.sum, 0) as reservations from stock_levels l
      left join (select level_id, sum(quantity) as sum from reservations where ${ACTIVE} group by 1) r on r.level_id = l.id where l.reserved <> coalesce(r.sum, 0)`,
  },
  {
    id: 'Q04',
    says: 'A hold ends when its time is over.',
    sql: `select id, expires_at from reservations where state = 'held' and expires_at < now() - interval '5 minutes'`,
  },
  {
    id: 'Q05',
    says: 'No order line reserves more than is open of it.',
    sql: `select l.id, l.quantity - l.shipped - l.cancelled as open, sum(r.quantity) as reserved from reservations r join order_lines l on l.id = r.order_line_id
      where r.${ACTIVE} group by l.id having sum(r.quantity) > l.quantity - l.shipped - l.cancelled`,
  },
  {
    id: 'Q06',
    says: 'A variant has one level per location and lot.',
    sql: `select variant_id, location_id, lot from stock_levels group by organization_id, variant_id, location_id, lot having count(*) > 1`,
  },
  {
    id: 'Q13',
    says: 'A level is opened once, and before anything else.',
    sql: `select m.level_id, count(*) as openings from stock_moves m where m.kind = 'opening' group by 1 having count(*) > 1 union all
      select m.level_id, 1 from stock_moves m where m.kind = 'opening' and exists (select 1 from stock_moves b where b.level_id = m.level_id and b.id < m.id)`,
  },
  {
    id: 'Q14',
    says: 'Every move has a cause.',
    sql: `select id from stock_moves where coalesce(cause_type, '') = '' or coalesce(cause, '') = ''`,
  },
  {
    id: 'Q15',
    says: 'What left the warehouse for a shipment is what the shipment says.',
    sql: `select s.id, l.variant_id, l.sum as lines, coalesce(m.sum, 0) as moves from shipments s
      join (select shipment_id, variant_id, sum(quantity) as sum from shipment_lines group by 1, 2) l on l.shipment_id = s.id
      left join (select cause, variant_id, -sum(quantity) as sum from stock_moves where cause_type = 'shipments' and kind = 'shipped' group by 1, 2) m
        on m.cause = s.id::text and m.variant_id = l.variant_id
      where s.status in ('dispatched', 'delivered') and l.sum <> coalesce(m.sum, 0)`,
  },
]
