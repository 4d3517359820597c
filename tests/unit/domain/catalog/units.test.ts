import fc from 'fast-check'

import { mustFitOrderStep, PacksInput, toStockQuantity } from '@/domain/catalog/units'
import { quantity, toText } from '@/kernel/quantity'

import { refusal } from '../../kernel/refusal'

const pieces = { sku: 'TUBE', stockUnit: { code: 'EA', decimals: 0 }, packs: [{ unit: 'CASE', factor: quantity(12) }] }
const flour = { sku: 'FLOUR', stockUnit: { code: 'KG', decimals: 3 }, packs: [] }
const inStock = (n: number | string, unit: string, units: typeof pieces | typeof flour) =>
  toText(toStockQuantity({ quantity: quantity(n), unit }, units).stockQuantity)

describe('S15 order unit and stock unit', () => {
  it('S15 2.5 cases of 12 are 30, 2.3 kg stay 2.3', () => {
    expect([inStock('2.5', 'CASE', pieces), inStock(3, 'EA', pieces), inStock('2.3', 'KG', flour)]).toEqual([
      '30',
      '3',
      '2.3',
    ])
    expect(toStockQuantity({ quantity: quantity(1), unit: 'CASE' }, pieces).factor).toBe(quantity(12))
  })

  it('S15 refuses 2.3 cases of 12 because pieces cannot be divided', () => {
    const error = refusal(() => inStock('2.3', 'CASE', pieces))
    expect(error.code).toBe('QUANTITY_FRACTION')
    expect(error.message).toBe('TUBE: 2.3 CASE (27.6 EA) is not possible; EA cannot be divided.')
    expect(refusal(() => inStock('0.0005', 'KG', flour)).message).toBe(
      'FLOUR: 0.0005 KG is not possible; KG has at most 3 decimals.',
    )
  })

  it('refuses a unit the variant is not sold by', () => {
    expect(refusal(() => inStock(1, 'BOX', pieces)).message).toBe('TUBE is not sold by BOX; order it by EA or CASE.')
  })

  it('reads packs as variants store them', () => {
    expect(PacksInput.parse([{ unit: 'CASE', factor: '12' }])).toEqual(pieces.packs)
    expect(PacksInput.safeParse([{ unit: 'CASE', factor: '0' }]).success).toBe(false)
  })
})

describe('S20 minimum and step', () => {
  const rule = { sku: 'TUBE', unit: 'EA', minimum: quantity(6), step: quantity(4) }
  const fits = (n: number | string) => mustFitOrderStep(quantity(n), rule)

  it('S20 allows 6, 10, 14 and refuses 8 with "6 or 10"', () => {
    for (const n of [6, 10, 14]) expect(() => fits(n)).not.toThrow()
    expect(refusal(() => fits(8))).toMatchObject({
      code: 'QUANTITY_STEP',
      status: 422,
      message: 'TUBE: 8 EA cannot be ordered; order 6 or 10.',
    })
    expect(refusal(() => fits(3)).message).toContain('order 6.')
    expect(refusal(() => fits('6.5')).message).toContain('order 6 or 10.')
  })

  it('S20 works with a minimum or a step alone, or none', () => {
    const only = (n: number, more: object) => () => mustFitOrderStep(quantity(n), { sku: 'T', unit: 'EA', ...more })
    expect(only(1, {})).not.toThrow()
    expect(only(7, { minimum: quantity(6) })).not.toThrow()
    expect(refusal(only(5, { minimum: quantity(6), step: null })).message).toContain('order at least 6.')
    expect(only(8, { step: quantity(4) })).not.toThrow()
    expect(refusal(only(9, { step: quantity(4) })).message).toContain('order 8 or 12.')
  })

  it('S20 only names choices that are accepted', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 200 }),
        (min, step, n) => {
          const own = { sku: 'T', unit: 'EA', minimum: quantity(min), step: quantity(step) }
          if (n >= min && (n - min) % step === 0) return mustFitOrderStep(quantity(n), own)
          const choices = String(refusal(() => mustFitOrderStep(quantity(n), own)).slots['choices']).split(' or ')
          for (const choice of choices) expect(() => mustFitOrderStep(quantity(choice), own)).not.toThrow()
        },
      ),
    )
  })
})
