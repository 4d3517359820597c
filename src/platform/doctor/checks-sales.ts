import type { Check } from '@/platform/doctor/check'

const OPEN = 'l.quantity - l.shipped - l.cancelled'
const CHILDREN = [
  ['order_lines', 'orders', 'order_id'],
  ['shipments', 'orders', 'order_id'],
  ['shipment_lines', 'shipments', 'shipment_id'],
  ['invoice_lines', 'invoices', 'invoice_id'],
] as const
const partiesOf = (row: string) => ['organization', 'branch', 'counterparty', 'counterparty_branch'].map((side) => `${row}.${side}_id`).join(', ')

/** What always holds for orders and shipments. */
export const salesChecks: readonly Check[] = [
  {
    id: 'Q20',
    says: 'The totals of an order are those of its lines.',
    sql: `select o.id, o.number, o.total_minor, sum(l.gross_minor) as lines from orders o join order_lines l on l.order_id = o.id group by o.id
      having o.total_minor <> sum(l.gross_minor) or o.tax_minor <> sum(l.tax_minor)
        or o.total_minor <> o.subtotal_minor - o.discount_minor + case when o.tax_inclusive then 0 else o.tax_minor end`,
  },
  {
    id: 'Q21',
    says: 'Of a line, no more is shipped and cancelled than was ordered, and no more returned than shipped.',
    sql: `select id from order_lines where quantity <= 0 or shipped + cancelled > quantity or returned > shipped or least(shipped, cancelled, returned) < 0`,
  },
  {
    id: 'Q22',
    says: 'The status of an order agrees with its lines (S6).',
    sql: `select o.id, o.number, o.status, sum(l.shipped) as shipped, sum(${OPEN}) as open from orders o join order_lines l on l.order_id = o.id
      where o.updated_at < now() - $grace group by o.id having
        (o.status in ('draft', 'submitted', 'confirmed', 'processing', 'cancelled') and sum(l.shipped) > 0)
        or (o.status = 'partially-shipped' and (sum(l.shipped) = 0 or sum(${OPEN}) = 0))
        or (o.status in ('shipped', 'delivered', 'closed') and sum(${OPEN}) > 0) or (o.status = 'cancelled' and sum(${OPEN}) > 0)`,
  },
  {
    id: 'Q22b',
    says: 'Every order beyond its draft has lines.',
    sql: `select id, number from orders o where status <> 'draft' and not exists (select 1 from order_lines l where l.order_id = o.id)`,
  },
  {
    id: 'Q23',
    says: 'A cart becomes one order.',
    sql: `select cart_id from orders where cart_id is not null group by 1 having count(*) > 1`,
  },
  {
    id: 'Q24',
    says: 'What is open of an accepted line is reserved, unless it may be back-ordered.',
    sql: `select l.id, ${OPEN} as open from order_lines l join orders o on o.id = l.order_id
      where o.status in ('submitted', 'confirmed', 'processing', 'partially-shipped') and l.backorder = 'none'
        and ${OPEN} > coalesce((select sum(r.quantity) from reservations r where r.order_line_id = l.id and r.state = 'firm'), 0)`,
  },
  {
    id: 'Q25',
    says: 'What is shipped of a line is the sum of its shipments.',
    sql: `select l.id, l.shipped, coalesce(s.sum, 0) as shipments from order_lines l left join (
        select x.order_line_id, sum(x.quantity) as sum from shipment_lines x join shipments h on h.id = x.shipment_id
        where h.status in ('dispatched', 'delivered') group by 1) s on s.order_line_id = l.id where l.shipped <> coalesce(s.sum, 0)`,
  },
  {
    id: 'Q26',
    says: 'An order that ended counts no longer against the credit limit, and none counts more than its total.',
    sql: `select id, number, exposure_minor from orders where exposure_minor < 0 or exposure_minor > total_minor or (status = 'cancelled' and exposure_minor <> 0)`,
  },
  {
    id: 'Q27',
    says: 'A draft is not shared, everything else with a buyer is.',
    sql: `select id from orders where (status <> 'draft' and counterparty_id is not null and shared_at is null) union all
      select l.id from order_lines l join orders o on o.id = l.order_id where l.shared_at is distinct from o.shared_at and (l.shared_at is null) <> (o.shared_at is null)`,
  },
  {
    id: 'Q28',
    says: 'What belongs to an order, a shipment or an invoice has its parties and branches.',
    sql: CHILDREN.map(([child, parent, pointer]) => `select c.id from ${child} c join ${parent} p on p.id = c.${pointer}
      where (${partiesOf('c')}) is distinct from (${partiesOf('p')})`).join(' union all '),
  },
]
