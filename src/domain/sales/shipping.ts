import type { OrderLineRow, OrderRow } from '@/domain/sales/rows'
import { openQuantity, shipLine } from '@/domain/sales/rules'
import { orderMachine } from '@/domain/sales/status'
import { refuse } from '@/kernel/errors'
import { addQuantity, ZERO, type Quantity } from '@/kernel/quantity'

export const SHIPPABLE: readonly string[] = ['confirmed', 'processing', 'partially-shipped']

/** A line that goes out: as it is, how much of it, and as it will be (S4). */
export interface PickedLine {
  row: OrderLineRow
  quantity: Quantity
  after: OrderLineRow
}

/** Refuses STATE_REFUSED for an order that is not confirmed yet or has nothing left to ship. */
export function mustBeShippable({ number, status }: OrderRow): void {
  if (SHIPPABLE.includes(status)) return
  const states = orderMachine.states
  const state = Object.hasOwn(states, status) ? states[status as keyof typeof states].label.toLowerCase() : status
  refuse('STATE_REFUSED', { noun: 'Order', number: number ?? '', state, action: 'ship', from: 'confirmed, processing or partially shipped' })
}

/**
 * The lines to ship: those asked for, summed per line, or everything open. Refuses OVER_SHIP, LINES_MISSING, NOT_FOUND,
 * and CONFLICT for a part of an order that goes out whole or not at all (S5).
 */
export function pickLines(order: OrderRow, rows: readonly OrderLineRow[], asked?: readonly { line: string; quantity: Quantity }[]): PickedLine[] {
  const wanted = asked ? sumPerLine(asked) : new Map(rows.map((row) => [row.id, openQuantity(row)]))
  const unknown = [...wanted.keys()].find((id) => !rows.some((row) => row.id === id))
  if (unknown) refuse('NOT_FOUND', { noun: 'The line' })
  const picked = rows.flatMap((row) => {
    const quantity = wanted.get(row.id) ?? ZERO
    return quantity === ZERO ? [] : [{ row, quantity, after: shipLine(row, quantity) }]
  })
  if (picked.length === 0) refuse('LINES_MISSING', { noun: 'The shipment' })
  const left = rows.filter((row) => openQuantity(picked.find((one) => one.row.id === row.id)?.after ?? row) > 0n)
  if (order.shipComplete && left.length > 0) {
    refuse('CONFLICT', { reason: `Order ${order.number ?? ''} ships complete: send everything that is open at once.` })
  }
  return picked
}

function sumPerLine(asked: readonly { line: string; quantity: Quantity }[]): Map<string, Quantity> {
  const sums = new Map<string, Quantity>()
  for (const { line, quantity } of asked) sums.set(line, addQuantity(sums.get(line) ?? ZERO, quantity))
  return sums
}
