import { refuse } from '@/kernel/errors'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

/** One level in words; quantities as text in the variant's stock unit. */
export interface StockView {
  id: string
  organization: string
  variant: string
  product: string
  sku: string
  name: string
  unit: string
  warehouse: { id: string; code: string; name: string }
  location: { id: string; code: string; name: string; kind: string }
  shelf: string | null
  lot: string | null
  onHand: string
  reserved: string
  /** on hand minus reserved; nothing where the location is not for sale */
  free: string
  updatedAt: Date
}

export interface StockWish {
  q?: string | undefined
  variant?: string | undefined
  product?: string | undefined
  warehouse?: string | undefined
  location?: string | undefined
  cursor?: string | undefined
  limit: number
}

const COLUMNS = `l.id, l.organization_id as organization, l.variant_id as variant, v.product_id as product, v.sku, v.name, u.code as unit,
  json_build_object('id', w.id, 'code', w.code, 'name', w.name) as warehouse,
  json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'kind', g.kind) as location, l.shelf, l.lot,
  trim_scale(l.on_hand)::text as "onHand", trim_scale(l.reserved)::text as reserved,
  (case when g.kind = 'stock' then trim_scale(l.on_hand - l.reserved) else 0 end)::text as free, l.updated_at as "updatedAt"`

const FROM = `stock_levels l join variants v on v.id = l.variant_id join units u on u.id = v.stock_unit_id
  join storage_locations g on g.id = l.location_id join warehouses w on w.id = g.warehouse_id`

/** Levels the reader may see, by SKU. `q` is the beginning of a SKU or part of a name. */
export async function listStock(reader: Reader, wish: StockWish): Promise<Page<StockView>> {
  const to = bindings()
  const where = conditions(reader, wish, to)
  if (wish.cursor) {
    const [sku, id] = readCursor(wish.cursor)
    where.push(`(v.sku, l.id) > (${to.bind(sku)}, ${to.bind(id)}::uuid)`)
  }
  const text = `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by v.sku, l.id limit ${to.bind(wish.limit + 1)}`
  const rows = await reader.rows<StockView>(text, to.values)
  return pageOf(rows, wish.limit, (row) => [row.sku, row.id])
}

/** One level; NOT_FOUND for one that is not the reader's. */
export async function stockLevel(reader: Reader, id: string): Promise<StockView> {
  const to = bindings([id])
  const text = `select ${COLUMNS} from ${FROM} where l.id = $1::uuid and ${sqlOf(reader.reach('stock-levels'), 'l', to)}`
  const [row] = await reader.rows<StockView>(text, to.values)
  return row ?? refuse('NOT_FOUND', { noun: 'The stock level' })
}

function conditions(reader: Reader, wish: StockWish, to: Bindings): string[] {
  const q = wish.q?.trim().replace(/[\\%_]/g, (found) => `\\${found}`)
  return [
    sqlOf(reader.reach('stock-levels'), 'l', to),
    ...(q ? [`(upper(v.sku) like upper(${to.bind(`${q}%`)}) or v.name ilike ${to.bind(`%${q}%`)})`] : []),
    ...(wish.variant ? [`l.variant_id = ${to.bind(wish.variant)}::uuid`] : []),
    ...(wish.product ? [`v.product_id = ${to.bind(wish.product)}::uuid`] : []),
    ...(wish.warehouse ? [`w.id = ${to.bind(wish.warehouse)}::uuid`] : []),
    ...(wish.location ? [`g.id = ${to.bind(wish.location)}::uuid`] : []),
  ]
}
