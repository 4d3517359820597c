import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** Goods for one order line; quantities are decimal text in the stock unit. */
export interface LineStock {
  /** Reserved for this line, everywhere. */
  reserved: string
  /** Free for anybody, everywhere. */
  free: string
  /** What can leave each warehouse for this line: reserved for it there and free there. */
  warehouses: { warehouse: string; quantity: string }[]
}

/** What lies ready for each order line of a seller. Only goods at places of kind `stock` count (S3). */
export async function stockOfLines(reader: Reader, seller: string, lines: readonly { id: string; variant: string }[]): Promise<Map<string, LineStock>> {
  if (lines.length === 0) return new Map()
  const to = bindings()
  const scope = sqlOf(reader.reach('stock-levels'), 's', to)
  const rows = await reader.rows<LineStock & { line: string }>(
    `with asked as (select * from unnest(${to.bind(lines.map(({ id }) => id))}::uuid[], ${to.bind(lines.map(({ variant }) => variant))}::uuid[]) a(line, variant)),
    here as (select a.line, p.warehouse_id as warehouse, sum(s.on_hand - s.reserved) as free,
        sum(coalesce((select sum(r.quantity) from reservations r where r.order_line_id = a.line and r.level_id = s.id and r.state = 'firm'), 0)) as mine
      from asked a join stock_levels s on s.variant_id = a.variant and s.organization_id = ${to.bind(seller)}::uuid and ${scope}
      join storage_locations p on p.id = s.location_id and p.kind = 'stock' group by 1, 2)
    select line, trim_scale(sum(mine))::text as reserved, trim_scale(sum(free))::text as free,
      json_agg(json_build_object('warehouse', warehouse, 'quantity', trim_scale(mine + free)::text)) as warehouses
    from here group by line`,
    to.values,
  )
  return new Map(rows.map(({ line, ...stock }) => [line, stock]))
}
