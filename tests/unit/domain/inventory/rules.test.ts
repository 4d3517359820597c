import fc from 'fast-check'

import { mustReserve, planReservation, type Demand, type Level } from '@/domain/inventory/reserving'
import { applyMove, availableQuantity, becameLow, isLowStock } from '@/domain/inventory/rules'
import { fromMillionths, negateQuantity, quantity, sumQuantities, toText, ZERO } from '@/kernel/quantity'

import { refusal } from '../../kernel/refusal'

const level = (id: string, onHand: number, more: Partial<Level> = {}): Level => ({
  id,
  variant: 'v1',
  warehouse: 'w1',
  priority: 1,
  kind: 'stock',
  onHand: quantity(onHand),
  reserved: ZERO,
  ...more,
})
const want = (line: string, n: number, more: Partial<Demand> = {}): Demand => ({
  line,
  variant: 'v1',
  sku: 'BK-1',
  unit: 'EA',
  quantity: quantity(n),
  ...more,
})
const shown = (rows: readonly { level: string; quantity: ReturnType<typeof quantity> }[]) =>
  rows.map((row) => `${row.level} ${toText(row.quantity)}`)

describe('S1 reservation of all lines or none', () => {
  it('S1 refuses 6 + 5 of one variant with 10 on hand: "10 available"', () => {
    const error = refusal(() => mustReserve([want('a', 6), want('b', 5)], [level('l1', 10)]))
    expect(error).toMatchObject({ code: 'STOCK_SHORT', status: 409, message: 'BK-1: 11 EA requested, 10 available.' })
    expect(planReservation([want('a', 6), want('b', 5)], [level('l1', 10)])).toMatchObject({
      reservations: [],
      deltas: [],
    })
  })

  it('S1 refuses every line when one variant is short, and names each shortage', () => {
    const demand = [
      want('a', 1),
      want('b', 2, { variant: 'v2', sku: 'BK-2' }),
      want('c', 3, { variant: 'v3', sku: 'BK-3' }),
    ]
    const error = refusal(() => mustReserve(demand, [level('l1', 10), level('l2', 1, { variant: 'v2' })]))
    expect(error.details).toEqual([
      { path: 'BK-2', message: '2 EA requested, 1 available' },
      { path: 'BK-3', message: '3 EA requested, 0 available' },
    ])
  })

  it('S1 draws by warehouse priority, then level id, and splits lines', () => {
    const levels = [level('l3', 4, { priority: 2, warehouse: 'w2' }), level('l2', 4), level('l1', 4)]
    const plan = mustReserve([want('a', 6), want('b', 4)], levels)
    expect(shown(plan.reservations)).toEqual(['l1 4', 'l2 2', 'l2 2', 'l3 2'])
    expect(plan.reservations.map((row) => row.line)).toEqual(['a', 'a', 'b', 'b'])
    expect(shown(plan.deltas)).toEqual(['l1 4', 'l2 4', 'l3 2'])
  })

  it('S1 S3 leaves alone what is reserved, kept for safety, or not for sale', () => {
    const levels = [
      level('l1', 10, { reserved: quantity(4), safety: quantity(7) }),
      level('l2', 10, { safety: quantity(7) }),
      level('l3', 50, { kind: 'quarantine' }),
    ]
    expect(shown(mustReserve([want('a', 9)], levels).deltas)).toEqual(['l2 9'])
    expect(planReservation([want('a', 10)], levels).shortages[0]?.available).toBe(quantity(9))
  })

  it('S1 reserves what there is and backorders the rest when the variant allows it', () => {
    const plan = mustReserve([want('a', 8, { backorder: true }), want('b', 5, { backorder: true })], [level('l1', 10)])
    expect(shown(plan.deltas)).toEqual(['l1 10'])
    expect(plan.backordered).toEqual([{ line: 'b', quantity: quantity(3) }])
  })

  it('S1 never reserves more than is free, and each line gets exactly what it asked for', () => {
    const anyLevel = fc.record({
      variant: fc.constantFrom('v1', 'v2'),
      warehouse: fc.constantFrom('w1', 'w2'),
      priority: fc.nat(3),
      onHand: fc.nat(50),
      taken: fc.nat(50),
    })
    const anyDemand = fc.record({
      variant: fc.constantFrom('v1', 'v2'),
      millionths: fc.bigInt(1n, 40_000_000n),
      backorder: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(anyLevel, { maxLength: 8 }), fc.array(anyDemand, { maxLength: 6 }), (rows, wishes) => {
        const levels = rows.map(({ taken, onHand, ...row }, id) =>
          level(`l${id}`, onHand, { ...row, reserved: quantity(Math.min(taken, onHand)) }),
        )
        const backorders = wishes.find((row) => row.backorder)?.variant
        const demand = wishes.map((row, id) =>
          want(`d${id}`, 1, {
            variant: row.variant,
            quantity: fromMillionths(row.millionths),
            backorder: row.variant === backorders,
          }),
        )
        const plan = planReservation(demand, levels)
        for (const delta of plan.deltas) {
          const own = levels.find((row) => row.id === delta.level)!
          expect(() =>
            applyMove(own, { onHand: ZERO, reserved: delta.quantity }, { sku: 'BK-1', unit: 'EA' }),
          ).not.toThrow()
        }
        const all = (list: readonly { line: string; quantity: ReturnType<typeof quantity> }[], line: string) =>
          sumQuantities(list.filter((row) => row.line === line).map((row) => row.quantity))
        for (const row of demand) {
          const got = all(plan.reservations, row.line) + all(plan.backordered, row.line)
          expect(got).toBe(plan.shortages.length > 0 ? 0n : row.quantity)
        }
      }),
    )
  })
})

describe('S3 available stock', () => {
  it('S3 on hand 30, reserved 25, reorder point 10: alert', () => {
    const available = availableQuantity([level('l1', 30, { reserved: quantity(25) })])
    expect([available, isLowStock(available, quantity(10))]).toEqual([quantity(5), true])
  })

  it('S3 subtracts quarantine and safety', () => {
    const levels = [level('l1', 30, { reserved: quantity(5) }), level('l2', 8, { kind: 'quarantine' })]
    expect(availableQuantity(levels, quantity(10))).toBe(quantity(15))
  })

  it('S3 warns once, when the reorder point is reached', () => {
    const change = (before: number, after: number) =>
      becameLow({ before: quantity(before), after: quantity(after), reorderPoint: quantity(10) })
    expect([change(11, 10), change(10, 9), change(9, 12), change(20, 11)]).toEqual([true, false, false, false])
  })
})

describe('moves keep 0 ≤ reserved ≤ on hand', () => {
  const subject = { sku: 'BK-1', unit: 'EA' }
  const ten = { onHand: quantity(10), reserved: quantity(4) }
  const move =
    (onHand: number, reserved = 0) =>
    () =>
      applyMove(ten, { onHand: quantity(onHand), reserved: quantity(reserved) }, subject)

  it('ships reserved goods and receives new ones', () => {
    expect(move(-4, -4)()).toEqual({ onHand: quantity(6), reserved: ZERO })
    expect(applyMove(ten, { onHand: quantity('2.5') }, subject).onHand).toBe(quantity('12.5'))
  })

  it('refuses to take more than there is, to take reserved goods, or to release twice', () => {
    expect(refusal(move(-11)).message).toBe('BK-1: 11 EA requested, 10 available.')
    expect(refusal(move(-7)).message).toBe('BK-1: 4 EA are reserved, only 3 would be left.')
    expect(refusal(move(0, -5)).code).toBe('CONFLICT')
  })

  it('conserves stock through any accepted moves', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 }))), (moves) => {
        let now = { onHand: ZERO, reserved: ZERO }
        for (const [onHand, reserved] of moves) {
          const change = { onHand: quantity(onHand), reserved: quantity(reserved) }
          try {
            const after = applyMove(now, change, subject)
            expect(
              applyMove(
                after,
                { onHand: negateQuantity(change.onHand), reserved: negateQuantity(change.reserved) },
                subject,
              ),
            ).toEqual(now)
            now = after
          } catch (error) {
            expect(error).toHaveProperty('status', 409)
          }
          expect(now.reserved >= 0n && now.reserved <= now.onHand).toBe(true)
        }
      }),
    )
  })
})
