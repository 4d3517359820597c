import fc from 'fast-check'

import { computeDocument, type DocumentInput, type TaxedLine } from '@/domain/finance/tax'
import { priceTimesQuantity } from '@/kernel/money'
import { fromMillionths, quantity } from '@/kernel/quantity'

import { refusal } from '../../kernel/refusal'

const vat = (percent: number, name = `VAT ${percent}`, compound = false) => ({
  name,
  ratePpm: Math.round(percent * 10_000),
  compound,
})
const line = (id: string, major: number, ...taxes: ReturnType<typeof vat>[]): TaxedLine => ({
  id,
  unitPriceMicro: Math.round(major * 1_000_000),
  quantity: quantity(1),
  taxes,
})
const compute = (lines: TaxedLine[], more: Partial<DocumentInput> = {}) =>
  computeDocument({ lines, rounding: 'line', inclusive: false, currency: 'USD', ...more })
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

describe('tax of a document', () => {
  it('X1 rounds per line to 1.89 and per document to 1.90', () => {
    const lines = ['a', 'b', 'c'].map((id) => line(id, 3.33, vat(19)))
    expect(compute(lines)).toMatchObject({ taxMinor: 189, grossMinor: 1188 })
    const whole = compute(lines, { rounding: 'document' })
    expect(whole).toMatchObject({ taxMinor: 190, grossMinor: 1189 })
    expect(sum(whole.lines.map((row) => row.taxMinor))).toBe(190)
  })

  it('X2 takes tax out of inclusive prices without moving the gross', () => {
    const lines = [line('a', 340, vat(19)), line('b', 13.9, vat(19))]
    const perLine = compute(lines, { inclusive: true })
    expect(perLine.lines.map((row) => row.taxMinor)).toEqual([5429, 222])
    expect(perLine.grossMinor).toBe(35390)
    const whole = compute(lines, { inclusive: true, rounding: 'document' })
    expect(whole).toMatchObject({ netMinor: 29739, taxMinor: 5651, grossMinor: 35390 })
    expect(compute([line('a', 90, vat(5)), line('b', 55, vat(5))], { inclusive: true }).grossMinor).toBe(14500)
  })

  it('X3 rounds each of several taxes on the net, withholding half away from zero', () => {
    const withheld = compute([line('a', 1393.5, vat(21), vat(-15))])
    expect(withheld.lines[0]?.taxes.map((tax) => tax.taxMinor)).toEqual([29264, -20903])
    expect(withheld.grossMinor).toBe(147711)
    const two = compute([line('a', 140, vat(5), vat(9.975))])
    expect(two.lines[0]?.taxes.map((tax) => tax.taxMinor)).toEqual([700, 1397])
    expect(two.grossMinor).toBe(16097)
  })

  it('X3 stacks a compound tax on the net plus the taxes before it', () => {
    expect(
      compute([line('a', 100, vat(10), vat(10, 'second', true))]).lines[0]?.taxes.map((tax) => tax.taxMinor),
    ).toEqual([1000, 1100])
    const inside = compute([line('a', 121, vat(10), vat(10, 'second', true))], { inclusive: true })
    expect(inside.lines[0]).toMatchObject({ netMinor: 10000, taxMinor: 2100 })
    expect(inside.taxes.map((tax) => tax.taxMinor)).toEqual([1000, 1100])
  })

  it('X4 spreads the header discount before tax, per rate', () => {
    const result = compute([line('a', 100, vat(20)), line('b', 50, vat(10))], { headerDiscountMinor: 3000 })
    expect(result.taxes.map((tax) => [tax.baseMinor, tax.taxMinor])).toEqual([
      [8000, 1600],
      [4000, 400],
    ])
    expect(result.grossMinor).toBe(14000)
  })

  it('X5 nets discount lines inside the group of their rate', () => {
    for (const rounding of ['line', 'document'] as const) {
      const result = compute([line('a', 8500, vat(19)), line('b', -7500, vat(19))], { rounding })
      expect(result).toMatchObject({ taxMinor: 19000, grossMinor: 119000 })
    }
  })

  it('takes line discounts off before tax and leaves lines without taxes untaxed', () => {
    const discounted = { ...line('a', 100, vat(10)), quantity: quantity(2), discountMinor: 5000 }
    expect(compute([discounted, line('b', 1)])).toMatchObject({ netMinor: 15100, taxMinor: 1500, grossMinor: 16600 })
    expect(compute([line('b', 1)], { inclusive: true })).toMatchObject({ netMinor: 100, taxMinor: 0, grossMinor: 100 })
    expect(compute([])).toMatchObject({ lines: [], netMinor: 0, grossMinor: 0 })
  })

  it('refuses discounts outside the document and contained taxes of -100 %', () => {
    const lines = [line('a', 10, vat(20))]
    expect(refusal(() => compute(lines, { headerDiscountMinor: 1001 })).code).toBe('INPUT_INVALID')
    expect(refusal(() => compute(lines, { headerDiscountMinor: -1 })).code).toBe('INPUT_INVALID')
    expect(refusal(() => compute([line('a', 10, vat(-100))], { inclusive: true })).code).toBe('INPUT_INVALID')
  })
})

const anyTax = fc.record({
  name: fc.constantFrom('A', 'B'),
  ratePpm: fc.integer({ min: -200_000, max: 400_000 }),
  compound: fc.boolean(),
})
const anyLine = fc.record({
  unitPriceMicro: fc.integer({ min: 0, max: 2_000_000_000 }),
  quantity: fc.bigInt(1n, 500_000_000n).map(fromMillionths),
  discountMinor: fc.nat(50),
  taxes: fc.array(anyTax, { maxLength: 3 }),
})
const anyDocument = fc.record({
  lines: fc
    .array(anyLine, { maxLength: 8 })
    .map((lines) => lines.map((row, index) => ({ ...row, id: `line-${index}` }))),
  share: fc.nat(100),
  rounding: fc.constantFrom('line' as const, 'document' as const),
  inclusive: fc.boolean(),
  currency: fc.constantFrom('USD', 'JPY', 'KWD'),
})

describe('X7 conservation', () => {
  it('X7 10,000 random documents: every total is the sum of its parts', () => {
    fc.assert(
      fc.property(anyDocument, ({ share, ...input }) => {
        const wanted = input.lines.map((row) => priceTimesQuantity(row.unitPriceMicro, row.quantity, input.currency))
        const bases = sum(wanted) - sum(input.lines.map((row) => row.discountMinor))
        const headerDiscountMinor = Math.floor((Math.max(0, bases) * share) / 100)
        const result = computeDocument({ ...input, headerDiscountMinor })
        const total = (field: 'netMinor' | 'taxMinor' | 'grossMinor' | 'headerDiscountMinor') =>
          sum(result.lines.map((row) => row[field]))
        const taxesOf = (rows: readonly { taxMinor: number }[]) => sum(rows.map((row) => row.taxMinor))
        return (
          total('netMinor') === result.netMinor &&
          total('taxMinor') === result.taxMinor &&
          total('grossMinor') === result.grossMinor &&
          total('headerDiscountMinor') === headerDiscountMinor &&
          taxesOf(result.taxes) === result.taxMinor &&
          result.netMinor + result.taxMinor === result.grossMinor &&
          (input.inclusive ? result.grossMinor : result.netMinor) === bases - headerDiscountMinor &&
          result.lines.every((row) => taxesOf(row.taxes) === row.taxMinor)
        )
      }),
      { numRuns: 10_000 },
    )
  })

  it('X1 stays within half a cent per document and per line', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 20 }),
        fc.nat(400_000),
        (nets, ratePpm) => {
          const lines = nets.map((net, id) => ({
            id: String(id),
            unitPriceMicro: net * 10_000,
            quantity: quantity(1),
            taxes: [{ name: 'A', ratePpm }],
          }))
          const exact = (sum(nets) * ratePpm) / 1_000_000
          expect(Math.abs(compute(lines, { rounding: 'document' }).taxMinor - exact)).toBeLessThanOrEqual(0.5)
          expect(Math.abs(compute(lines).taxMinor - exact)).toBeLessThanOrEqual(0.5 * nets.length)
        },
      ),
    )
  })
})
