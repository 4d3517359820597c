import fc from 'fast-check'

import { creditLine } from '@/domain/finance/crediting'
import { computeDocument } from '@/domain/finance/tax'
import { fromMillionths, quantity } from '@/kernel/quantity'

import { refusal } from '../../kernel/refusal'

const billed = (text: string, netMinor: number, taxMinor: number) => ({
  lineNo: 1,
  quantity: quantity(text),
  netMinor,
  taxMinor,
  grossMinor: netMinor + taxMinor,
  taxes: [{ name: 'VAT', ratePpm: 200_000, compound: false, taxMinor }],
})

describe('F4 the amounts of a credit', () => {
  it('F4 takes one third of 100 + 20 at the taxes of the line: 33.33 + 6.67', () => {
    const line = billed('3', 10_000, 2000)
    const first = creditLine(line, [], quantity('1'), false)
    expect(first).toMatchObject({ netMinor: 3333, taxMinor: 667, grossMinor: 4000 })
    const rest = creditLine(line, [{ ...line, ...first, quantity: quantity('1') }], quantity('2'), false)
    expect(rest).toMatchObject({ netMinor: 6667, taxMinor: 1333, grossMinor: 8000 })
  })

  it('F4 refuses more than is left', () => {
    const line = billed('3', 10_000, 2000)
    expect(
      refusal(() => creditLine(line, [{ ...line, quantity: quantity('2') }], quantity('1.5'), false)).message,
    ).toBe('Line 1: 1.5 cannot be credited, 1 are left.')
  })

  it('F4 gives back exactly what was billed in any steps, net of every discount, with or without contained tax', () => {
    const steps = fc.array(fc.bigInt({ min: 1n, max: 5_000_000n }), { minLength: 1, maxLength: 6 })
    const rates = fc.array(fc.integer({ min: -100_000, max: 300_000 }), { minLength: 0, maxLength: 3 })
    fc.assert(
      fc.property(steps, rates, fc.nat(900_000_000), fc.boolean(), (parts, ppm, unitPriceMicro, inclusive) => {
        const all = fromMillionths(parts.reduce((sum, part) => sum + part, 0n))
        const taxes = ppm.map((ratePpm, at) => ({ name: `T${at}`, ratePpm }))
        const document = computeDocument({
          lines: [{ id: 'a', unitPriceMicro, quantity: all, taxes }],
          rounding: 'line',
          inclusive,
          currency: 'USD',
        })
        const [computed] = document.lines
        const line = { ...computed!, lineNo: 1, quantity: all, taxes: [...computed!.taxes] }
        const credited: (typeof line)[] = []
        for (const part of parts) {
          const now = fromMillionths(part)
          credited.push({ ...line, ...creditLine(line, credited, now, inclusive), quantity: now })
        }
        for (const field of ['netMinor', 'taxMinor', 'grossMinor'] as const) {
          expect(credited.reduce((sum, row) => sum + row[field], 0)).toBe(line[field])
        }
      }),
      { numRuns: 300 },
    )
  })
})
