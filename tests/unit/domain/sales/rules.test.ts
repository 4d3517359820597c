import fc from 'fast-check'

import { computeDocument } from '@/domain/finance/tax'
import {
  billShipment,
  cancelLine,
  derivedOrderStates,
  fulfilmentOf,
  mustHaveLines,
  mustHoldSomething,
  openQuantity,
  orderTotals,
  shipLine,
  type LineQuantities,
} from '@/domain/sales/rules'
import { addQuantity, quantity, ZERO } from '@/kernel/quantity'

import { refusal } from '../../kernel/refusal'

const line = (n: number, more: Partial<LineQuantities> = {}): LineQuantities => ({
  lineNo: 1,
  quantity: quantity(n),
  shipped: ZERO,
  cancelled: ZERO,
  ...more,
})

describe('S4 ordered = shipped + open + cancelled', () => {
  it('S4 ten ordered, six shipped, three cancelled: one is open and two cannot be shipped', () => {
    const after = cancelLine(shipLine(line(10), quantity(6)), quantity(3))
    expect(openQuantity(after)).toBe(quantity(1))
    expect(refusal(() => shipLine(after, quantity(2)))).toMatchObject({
      code: 'OVER_SHIP',
      message: 'Line 1: 2 cannot be shipped, 1 are open.',
    })
    expect(refusal(() => cancelLine(after, quantity(2))).code).toBe('OVER_CANCEL')
    expect(refusal(() => shipLine(after, ZERO)).code).toBe('INPUT_INVALID')
    expect(refusal(() => cancelLine(after, quantity('-1'))).code).toBe('INPUT_INVALID')
  })

  it('S4 holds through any sequence of steps', () => {
    const step = fc.record({ act: fc.constantFrom(shipLine, cancelLine), n: fc.integer({ min: 1, max: 5 }) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(step), (ordered, steps) => {
        let now = line(ordered)
        for (const { act, n } of steps) {
          if (quantity(n) <= openQuantity(now)) now = act(now, quantity(n))
          else expect(refusal(() => act(now, quantity(n))).status).toBe(422)
          expect(addQuantity(addQuantity(now.shipped, now.cancelled), openQuantity(now))).toBe(now.quantity)
          expect(openQuantity(now) >= 0n).toBe(true)
        }
      }),
    )
  })
})

describe('S6 header status follows the lines', () => {
  it('S6 lines 10 and 5: ship 10 is partially shipped, cancel the 5 is shipped', () => {
    const [ten, five] = [shipLine(line(10), quantity(10)), line(5)]
    expect(fulfilmentOf([line(10), five])).toBe('unshipped')
    expect(fulfilmentOf([ten, five])).toBe('partially-shipped')
    expect(fulfilmentOf([ten, cancelLine(five, quantity(5))])).toBe('shipped')
  })

  it('S6 names the states to pass through, and none when header and lines agree', () => {
    const [all, part] = [[shipLine(line(1), quantity(1))], [shipLine(line(2), quantity(1))]]
    const states = (current: string, lines: LineQuantities[], isEveryShipmentDelivered = false) =>
      derivedOrderStates(current, { lines, isEveryShipmentDelivered })
    expect([states('confirmed', part), states('processing', all), states('partially-shipped', all)]).toEqual([
      ['partially-shipped'],
      ['shipped'],
      ['shipped'],
    ])
    expect([states('confirmed', all, true), states('shipped', all, true)]).toEqual([
      ['shipped', 'delivered'],
      ['delivered'],
    ])
    expect([
      states('partially-shipped', part, true),
      states('delivered', all, true),
      states('closed', all, true),
    ]).toEqual([[], [], []])
    expect([states('confirmed', [line(1)]), states('draft', all), states('cancelled', all)]).toEqual([[], [], []])
  })
})

describe('S7 bill what shipped', () => {
  const lines = ['a', 'b', 'c'].map((id) => ({
    id,
    unitPriceMicro: 33_330_000,
    quantity: quantity(1),
    discountMinor: 0,
  }))

  it('S7 3 × 33.33 with discount 10.00 shipped one by one: discounts 3.33, 3.33, 3.34', () => {
    const bills = lines.map((_, shipment) =>
      billShipment({
        headerDiscountMinor: 1000,
        lines: lines.map((row, index) => ({
          ...row,
          before: quantity(index < shipment ? 1 : 0),
          now: quantity(index === shipment ? 1 : 0),
        })),
      }),
    )
    expect(bills.map((bill) => bill.headerDiscountMinor)).toEqual([333, 333, 334])
    expect(bills.map((bill) => bill.lines.map((row) => row.id))).toEqual([['a'], ['b'], ['c']])
    const totals = bills.map(
      (bill) =>
        computeDocument({
          lines: bill.lines.map((row) => ({ ...row, unitPriceMicro: 33_330_000, taxes: [] })),
          headerDiscountMinor: bill.headerDiscountMinor,
          rounding: 'line',
          inclusive: false,
          currency: 'USD',
        }).grossMinor,
    )
    expect(totals).toEqual([3000, 3000, 2999])
  })

  it('S7 one line shipped in parts spreads its own discount the same way', () => {
    const bill = (before: number) =>
      billShipment({
        headerDiscountMinor: 0,
        lines: [
          {
            id: 'a',
            unitPriceMicro: 1_000_000,
            quantity: quantity(3),
            discountMinor: 100,
            before: quantity(before),
            now: quantity(1),
          },
        ],
      })
    expect([0, 1, 2].map((before) => bill(before).lines[0]?.discountMinor)).toEqual([33, 33, 34])
  })

  it('S7 grants the whole discount when everything is shipped, however it is cut', () => {
    const cut = fc.record({
      price: fc.integer({ min: 0, max: 100_000_000 }),
      cuts: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 }),
    })
    fc.assert(
      fc.property(fc.nat(100_000), fc.array(cut, { minLength: 1, maxLength: 5 }), (discount, rows) => {
        const upTo = (cuts: readonly number[], end: number) =>
          quantity(cuts.slice(0, end).reduce((sum, n) => sum + n, 0))
        const granted = [0, 1, 2, 3].map(
          (shipment) =>
            billShipment({
              headerDiscountMinor: discount,
              lines: rows.map(({ price, cuts }, id) => ({
                id: String(id),
                unitPriceMicro: price,
                discountMinor: 0,
                quantity: upTo(cuts, 4),
                before: upTo(cuts, shipment),
                now: quantity(cuts[shipment]!),
              })),
            }).headerDiscountMinor,
        )
        const hasValue = rows.some(({ price, cuts }) => price > 0 && cuts.some((n) => n > 0))
        expect(granted.reduce((sum, n) => sum + n, 0)).toBe(hasValue ? discount : 0)
        expect(granted.every((n) => n >= 0)).toBe(true)
      }),
    )
  })

  it('refuses documents without lines and adds up the lines of others', () => {
    expect(refusal(() => mustHaveLines([])).message).toBe('The order needs at least one line.')
    expect(refusal(() => mustHoldSomething([])).code).toBe('CART_EMPTY')
    expect(() => mustHaveLines([1])).not.toThrow()
    expect(() => mustHoldSomething([1])).not.toThrow()
    expect(
      orderTotals([
        { netMinor: 100, taxMinor: 19, grossMinor: 119 },
        { netMinor: 1, taxMinor: 0, grossMinor: 1 },
      ]),
    ).toEqual({ netMinor: 101, taxMinor: 19, grossMinor: 120 })
  })
})
