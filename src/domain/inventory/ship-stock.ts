import { stockShipped } from '@/domain/inventory/events'
import { postMoves, type Move } from '@/domain/inventory/ledger'
import { lockLevels, reservationsOf } from '@/domain/inventory/levels'
import type { LockedLevel, Reservation, StockLine } from '@/domain/inventory/rows'
import { freeQuantity } from '@/domain/inventory/rules'
import { refuse } from '@/kernel/errors'
import type { Day } from '@/kernel/period'
import { addQuantity, negateQuantity, smallerQuantity, subtractQuantity, sumQuantities, toText, ZERO, type Quantity } from '@/kernel/quantity'
import { allOf } from '@/kernel/all-of'
import type { Context, Tenant } from '@/platform/operation'

export interface Shipping {
  seller: Tenant
  warehouse: string
  lines: readonly (StockLine & { readonly orderLine: string })[]
  cause: { type: string; id: string }
  on: Day
}

/**
 * Takes goods of order lines out of one warehouse: consumes what the lines have reserved there, moves reservations here
 * that lie in other warehouses, and takes free goods for what was backordered. Posts moves `shipped` and emits
 * stock.shipped. Refuses STOCK_SHORT when the warehouse cannot give it without touching what others have reserved.
 */
export async function shipStock(ctx: Context, { seller, warehouse, lines, cause, on }: Shipping): Promise<void> {
  const [levels, reservations] = await allOf(
    lockLevels(ctx, seller.organization, lines.map((line) => line.variant)),
    reservationsOf(ctx, 'order', lines.map((line) => line.orderLine)),
  )
  const sources = levels.filter((level) => level.warehouse === warehouse && level.kind === 'stock').map(sourceOf)
  const moves = lines.flatMap((line) => {
    const own = reservations.filter((one) => one.orderLine === line.orderLine)
    const pieces = piecesOf(line, own, sources)
    consume(ctx, seller, own, pieces)
    return pieces.map((piece) => moveOf(line, piece))
  })
  await postMoves(ctx, { holder: seller, kind: 'shipped', moves, cause, on, levels })
  const subject = { type: cause.type, id: cause.id, organization: seller.organization, counterparty: seller.counterparty ?? null }
  const shipped = lines.map(({ orderLine, variant, sku, quantity }) => ({ orderLine, variant, sku, quantity: toText(quantity) }))
  ctx.emit(stockShipped, subject, { causeType: cause.type, cause: cause.id, warehouse, onDay: on, lines: shipped })
}

/** A level of the shipping warehouse; `free` shrinks while lines are taken from it. */
interface Source {
  readonly level: LockedLevel
  free: Quantity
}

/** Goods of one line that leave one level, and the reservation they were promised by. */
interface Piece {
  readonly level: LockedLevel
  readonly quantity: Quantity
  readonly reservation?: Reservation
}

function sourceOf(level: LockedLevel): Source {
  return { level, free: freeQuantity(level) }
}

function piecesOf(line: StockLine, own: readonly Reservation[], sources: readonly Source[]): Piece[] {
  const here = reservedHere(line.quantity, own, sources)
  const drawn = draw(subtractQuantity(line.quantity, total(here)), line.variant, sources)
  const missing = subtractQuantity(line.quantity, addQuantity(total(here), total(drawn)))
  if (missing > 0n) {
    const available = toText(subtractQuantity(line.quantity, missing))
    refuse('STOCK_SHORT', { sku: line.sku, unit: line.unit, requested: toText(line.quantity), available })
  }
  const elsewhere = own.filter((one) => !sources.some(({ level }) => level.id === one.level))
  return [...here, ...drawn.flatMap(promisedBy(elsewhere.map((reservation) => ({ reservation, left: reservation.quantity }))))]
}

function reservedHere(wanted: Quantity, own: readonly Reservation[], sources: readonly Source[]): Piece[] {
  let missing = wanted
  return own.flatMap((reservation) => {
    const source = sources.find(({ level }) => level.id === reservation.level)
    const quantity = smallerQuantity(missing, reservation.quantity)
    if (!source || quantity <= 0n) return []
    missing = subtractQuantity(missing, quantity)
    return [{ level: source.level, quantity, reservation }]
  })
}

function draw(wanted: Quantity, variant: string, sources: readonly Source[]): Piece[] {
  let missing = wanted
  return sources.filter(({ level }) => level.variant === variant).flatMap((source) => {
    const quantity = smallerQuantity(missing, source.free)
    if (quantity <= 0n) return []
    source.free = subtractQuantity(source.free, quantity)
    missing = subtractQuantity(missing, quantity)
    return [{ level: source.level, quantity }]
  })
}

// Goods that leave here use up what the line has reserved in other warehouses; the rest was backordered.
function promisedBy(elsewhere: { reservation: Reservation; left: Quantity }[]): (piece: Piece) => Piece[] {
  return ({ level, quantity }) => {
    let rest = quantity
    const pieces = elsewhere.flatMap((one): Piece[] => {
      const part = smallerQuantity(rest, one.left)
      if (part <= 0n) return []
      one.left = subtractQuantity(one.left, part)
      rest = subtractQuantity(rest, part)
      return [{ level, quantity: part, reservation: one.reservation }]
    })
    return rest > 0n ? [...pieces, { level, quantity: rest }] : pieces
  }
}

function consume(ctx: Context, seller: Tenant, own: readonly Reservation[], pieces: readonly Piece[]): void {
  for (const reservation of own) {
    const used = pieces.filter((piece) => piece.reservation?.id === reservation.id)
    const [first, ...others] = used
    if (!first) continue
    const left = subtractQuantity(reservation.quantity, total(used))
    const kept = left === ZERO ? others : used
    if (left === ZERO) ctx.update('reservations', reservation.id, { state: 'consumed', quantity: first.quantity, level: first.level.id })
    else ctx.update('reservations', reservation.id, { quantity: left })
    for (const { level, quantity } of kept) {
      const { organization, tree } = seller
      ctx.insert('reservations', {
        ...{ organization, tree, level: level.id, variant: level.variant },
        ...{ orderLine: reservation.orderLine, quantity, state: 'consumed' },
      })
    }
    for (const piece of used.filter(({ level }) => level.id !== reservation.level)) {
      ctx.add('stock-levels', reservation.level, { reserved: negateQuantity(piece.quantity) })
    }
  }
}

function moveOf({ sku, unit }: StockLine, { level, quantity, reservation }: Piece): Move {
  const isPromisedHere = reservation?.level === level.id
  const gone = negateQuantity(quantity)
  return { level, quantity: gone, ...(isPromisedHere ? { reserved: gone } : {}), sku, unit }
}

function total(pieces: readonly Piece[]): Quantity {
  return sumQuantities(pieces.map((piece) => piece.quantity))
}
