import type { MoveKind } from '@/domain/inventory/ledger'
import { refuse } from '@/kernel/errors'
import { quantity, subtractQuantity, toText } from '@/kernel/quantity'
import { bindings, sqlOf, type Bindings } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

/** One move in words; quantities as text in the variant's stock unit, signed. */
export interface MoveView {
  id: string
  at: Date
  onDay: string
  kind: MoveKind
  variant: string
  sku: string
  name: string
  unit: string
  quantity: string
  /** micro-units of the major unit, per stock unit */
  unitCostMicro: number | null
  warehouse: { id: string; code: string; name: string }
  location: { id: string; code: string; name: string }
  causeType: string
  cause: string
  reason: string | null
  actorName: string | null
}

/** A line of a stock card: what was on hand after the move. */
export interface CardLine extends MoveView {
  balance: string
}

export interface MovesWish {
  variant?: string | undefined
  warehouse?: string | undefined
  location?: string | undefined
  kind?: MoveKind | undefined
  cursor?: string | undefined
  limit: number
}

const COLUMNS = `m.id, m.at, m.on_day as "onDay", m.kind, m.variant_id as variant, v.sku, v.name, u.code as unit, trim_scale(m.quantity)::text as quantity,
  m.unit_cost_micro::float8 as "unitCostMicro", json_build_object('id', w.id, 'code', w.code, 'name', w.name) as warehouse,
  json_build_object('id', g.id, 'code', g.code, 'name', g.name) as location, m.cause_type as "causeType", m.cause, m.reason, m.actor_name as "actorName"`

const FROM = `stock_moves m join variants v on v.id = m.variant_id join units u on u.id = v.stock_unit_id
  join storage_locations g on g.id = m.location_id join warehouses w on w.id = g.warehouse_id`

/** Moves the reader may see, the newest first. */
export async function listMoves(reader: Reader, wish: MovesWish): Promise<Page<MoveView>> {
  const to = bindings()
  const where = conditions(reader, wish, to)
  if (wish.cursor) {
    const [at, id] = readCursor(wish.cursor)
    where.push(`(m.at, m.id) < (${to.bind(at)}::timestamptz, ${to.bind(id)}::uuid)`)
  }
  const rows = await reader.rows<MoveView>(statement(where, to, wish.limit), to.values)
  return pageOf(rows, wish.limit, (row) => [row.at.toISOString(), row.id])
}

/** One move; NOT_FOUND for one that is not the reader's. */
export async function stockMove(reader: Reader, id: string): Promise<MoveView> {
  const to = bindings()
  const where = [...conditions(reader, {}, to), `m.id = ${to.bind(id)}::uuid`]
  const [row] = await reader.rows<MoveView>(statement(where, to, 1), to.values)
  return row ?? refuse('NOT_FOUND', { noun: 'The stock move' })
}

/**
 * The card of a variant, in all places or one: its moves, the newest first, each with the balance it left. The first
 * page begins with what is on hand now; further pages carry the balance in their cursor, so none adds up the history. NOT_FOUND for
 * a variant that is not the reader's.
 */
export async function stockCard(reader: Reader, wish: MovesWish & { variant: string }): Promise<Page<CardLine>> {
  const holder = await holderOf(reader, wish.variant)
  const to = bindings()
  const { kind: _kind, ...places } = wish
  // One holder by equality: the index then gives the moves in order, however long the history is.
  const where = [...conditions(reader, places, to), `m.organization_id = ${to.bind(holder)}::uuid`]
  const [value = '', id] = wish.cursor ? readCursor(wish.cursor) : []
  const [at = '', carried] = value.split(' ')
  if (id !== undefined) where.push(`(m.at, m.id) < (${to.bind(at)}::timestamptz, ${to.bind(id)}::uuid)`)
  let balance = quantity(carried ?? (await onHand(reader, wish)))
  const rows = await reader.rows<MoveView>(statement(where, to, wish.limit), to.values)
  const lines = rows.map((row): CardLine => {
    const line = { ...row, balance: toText(balance) }
    balance = subtractQuantity(balance, quantity(row.quantity))
    return line
  })
  return pageOf(lines, wish.limit, (line) => [`${line.at.toISOString()} ${toText(before(line))}`, line.id])
}

async function holderOf(reader: Reader, variant: string): Promise<string> {
  const to = bindings([variant])
  const reached = sqlOf(reader.reach('variants', 'stock.read'), 'v', to)
  const [row] = await reader.rows<{ organization: string }>(`select v.organization_id as organization from variants v where v.id = $1::uuid and ${reached}`, to.values)
  return row?.organization ?? refuse('NOT_FOUND', { noun: 'The variant' })
}

function before(line: CardLine) {
  return subtractQuantity(quantity(line.balance), quantity(line.quantity))
}

async function onHand(reader: Reader, wish: MovesWish): Promise<string> {
  const to = bindings()
  const where = [
    sqlOf(reader.reach('stock-levels'), 'l', to),
    `l.variant_id = ${to.bind(wish.variant)}::uuid`,
    ...(wish.warehouse ? [`g.warehouse_id = ${to.bind(wish.warehouse)}::uuid`] : []),
    ...(wish.location ? [`g.id = ${to.bind(wish.location)}::uuid`] : []),
  ]
  const text = `select coalesce(sum(l.on_hand), 0)::text as total from stock_levels l join storage_locations g on g.id = l.location_id where ${where.join(' and ')}`
  const [row] = await reader.rows<{ total: string }>(text, to.values)
  return row?.total ?? '0'
}

function statement(where: readonly string[], to: Bindings, limit: number): string {
  return `select ${COLUMNS} from ${FROM} where ${where.join(' and ')} order by m.at desc, m.id desc limit ${to.bind(limit + 1)}`
}

function conditions(reader: Reader, wish: Omit<MovesWish, 'limit' | 'cursor'>, to: Bindings): string[] {
  return [
    sqlOf(reader.reach('stock-moves'), 'm', to),
    ...(wish.variant ? [`m.variant_id = ${to.bind(wish.variant)}::uuid`] : []),
    ...(wish.warehouse ? [`w.id = ${to.bind(wish.warehouse)}::uuid`] : []),
    ...(wish.location ? [`g.id = ${to.bind(wish.location)}::uuid`] : []),
    ...(wish.kind ? [`m.kind::text = ${to.bind(wish.kind)}`] : []),
  ]
}
