import fc from 'fast-check'

import {
  isListFor,
  mustHavePrice,
  resolvePrice,
  type PriceList,
  type PriceQuestion,
  type PriceRow,
} from '@/domain/catalog/rules'
import { businessDay } from '@/kernel/period'
import { quantity } from '@/kernel/quantity'

import { refusal } from '../../kernel/refusal'

const list = (id: string, kind: PriceList['kind'], more: Partial<PriceList> = {}): PriceList => ({
  id,
  kind,
  priority: 0,
  ...more,
})
const price = (of: string, major: number, from = 1, more: Partial<PriceRow> = {}): PriceRow => ({
  list: of,
  minimumQuantity: quantity(from),
  unitPriceMicro: major * 1_000_000,
  ...more,
})
const base = list('base', 'base')
const gold = list('gold', 'tier', { tier: 'gold' })
const contract = list('contract', 'contract', { party: 'acme', toDay: '2026-07-01' })
const ask = (more: Partial<PriceQuestion> = {}) =>
  resolvePrice({
    lists: [base, gold, contract],
    prices: [price('base', 100), price('gold', 95), price('contract', 97)],
    tier: 'gold',
    party: 'acme',
    on: '2026-06-30',
    quantity: quantity(1),
    ...more,
  })

describe('S14 price precedence', () => {
  it('S14 takes the contract until the last minute of its last day in the zone of the dealer, then the tier', () => {
    const at = (instant: string) => ask({ on: businessDay(new Date(instant), 'America/Chicago') })
    expect(at('2026-07-01T04:59:00Z')).toMatchObject({ kind: 'contract', unitPriceMicro: 97_000_000 })
    expect(at('2026-07-01T05:00:00Z')).toMatchObject({ kind: 'tier', unitPriceMicro: 95_000_000 })
  })

  it('S14 lets the contract win though it is dearer, unless the policy is best price', () => {
    expect(ask()?.list).toBe('contract')
    expect(ask({ policy: 'best-price' })).toMatchObject({ list: 'gold', unitPriceMicro: 95_000_000 })
    expect(ask({ policy: 'best-price', lists: [base], prices: [price('base', 0)] })?.unitPriceMicro).toBe(0)
  })

  it('S14 asks customer lists after contracts and before tiers', () => {
    const customer = list('customer', 'customer', { party: 'acme' })
    const prices = [price('customer', 96), price('gold', 95)]
    expect(ask({ lists: [gold, customer], prices })?.kind).toBe('customer')
  })

  it('S14 gives strangers the base price only', () => {
    expect(ask({ party: 'other', tier: null })?.kind).toBe('base')
    expect(
      ask({
        party: null,
        tier: null,
        lists: [list('x', 'contract'), list('y', 'tier')],
        prices: [price('x', 1), price('y', 1)],
      }),
    ).toBeNull()
  })

  it('never sells from a cost list and treats zero as a price only where a row says so', () => {
    expect(ask({ lists: [list('cost', 'cost')], prices: [price('cost', 50)] })).toBeNull()
    expect(isListFor(list('cost', 'cost'), { on: '2026-01-01' })).toBe(false)
    expect(ask({ lists: [base], prices: [price('base', 0)] })?.unitPriceMicro).toBe(0)
    expect(refusal(() => mustHavePrice(null, { sku: 'BK-1', on: '2026-06-30' }))).toMatchObject({
      code: 'NO_PRICE',
      status: 422,
      message: 'BK-1 has no price for you on 2026-06-30.',
    })
  })

  it('takes the highest break the quantity reaches and shows all breaks of the list', () => {
    const prices = [price('base', 80, 100), price('base', 100, 1), price('base', 90, 10)]
    const at = (n: number | string) => ask({ lists: [base], prices, quantity: quantity(n) })?.unitPriceMicro
    expect([at(1), at('9.999999'), at(10), at(99), at(100)]).toEqual([100e6, 100e6, 90e6, 90e6, 80e6])
    expect(ask({ lists: [base], prices })?.breaks.map((row) => row.unitPriceMicro)).toEqual([100e6, 90e6, 80e6])
    expect(ask({ lists: [base], prices, quantity: quantity('0.5') })).toBeNull()
  })

  it('falls back to the next kind when no row of the first is valid', () => {
    expect(ask({ prices: [price('base', 100), price('contract', 97, 10)] })?.kind).toBe('base')
    expect(ask({ prices: [price('base', 100), price('contract', 97, 1, { fromDay: '2026-07-01' })] })?.kind).toBe(
      'base',
    )
  })

  it('takes the list with the smaller priority, then the smaller id', () => {
    const lists = [
      list('b', 'base', { priority: 2 }),
      list('c', 'base', { priority: 1 }),
      list('a', 'base', { priority: 2 }),
    ]
    const prices = [price('a', 1), price('b', 2), price('c', 3)]
    expect(ask({ lists, prices })?.list).toBe('c')
    expect(ask({ lists: lists.filter((row) => row.id !== 'c'), prices })?.list).toBe('a')
  })

  it('never answers dearer under best price than under precedence', () => {
    const row = fc.record({
      list: fc.constantFrom('base', 'gold', 'contract'),
      major: fc.nat(1000),
      from: fc.integer({ min: 1, max: 9 }),
    })
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 12 }), (rows, n) => {
        const question = { prices: rows.map((one) => price(one.list, one.major, one.from)), quantity: quantity(n) }
        const [usual, best] = [ask(question), ask({ ...question, policy: 'best-price' })]
        expect(best === null).toBe(usual === null)
        if (best && usual) expect(best.unitPriceMicro).toBeLessThanOrEqual(usual.unitPriceMicro)
      }),
    )
  })
})
