import { pickTaxes, type TaxQuestion, type TaxRate } from '@/domain/finance/tax-rates'

const rate = (name: string, percent: number, more: Partial<TaxRate> = {}): TaxRate => ({
  country: 'CA',
  taxClass: 'goods',
  name,
  ratePpm: percent * 10_000,
  ...more,
})
const ask = (more: Partial<TaxQuestion>) =>
  pickTaxes({ rates: [], country: 'CA', taxClass: 'goods', on: '2026-07-01', ...more })

describe('X6 taxes by place, class and day', () => {
  it('X6 takes the rate in force on the tax date', () => {
    const rates = [rate('GST', 7, { toDay: '2026-07-01' }), rate('GST', 5, { fromDay: '2026-07-01' })]
    expect(ask({ rates, on: '2026-06-30' }).taxes.map((tax) => tax.ratePpm)).toEqual([70_000])
    expect(ask({ rates, on: '2026-07-01' }).taxes.map((tax) => tax.ratePpm)).toEqual([50_000])
  })

  it('X6 adds the taxes of the region, or lets them replace the same tax of the country', () => {
    const rates = [rate('PST', 7, { region: 'BC', compound: true }), rate('GST', 5), rate('HST', 13, { region: 'ON' })]
    expect(ask({ rates, region: 'BC' }).taxes).toEqual([
      { name: 'GST', ratePpm: 50_000, compound: false },
      { name: 'PST', ratePpm: 70_000, compound: true },
    ])
    expect(ask({ rates }).taxes.map((tax) => tax.name)).toEqual(['GST'])
    const replaced = [rate('VAT', 21), rate('VAT', 7, { region: 'Canarias' })]
    expect(ask({ rates: replaced, region: 'Canarias' }).taxes.map((tax) => tax.ratePpm)).toEqual([70_000])
  })

  it('X6 taxes again on the day after an exemption certificate has expired', () => {
    const rates = [rate('GST', 5)]
    const exemptions = [{ certificate: 'EX-1', toDay: '2026-07-01' }]
    expect(ask({ rates, exemptions, on: '2026-06-30' })).toEqual({ taxes: [], reason: 'Exempt by certificate EX-1.' })
    expect(ask({ rates, exemptions, on: '2026-07-01' })).toMatchObject({ taxes: [{ name: 'GST' }], reason: null })
  })

  it('X6 says why a line is untaxed', () => {
    expect(ask({ rates: [rate('GST', 5, { taxClass: 'food' })], region: 'BC' })).toEqual({
      taxes: [],
      reason: 'No tax rate for class goods in BC, CA on 2026-07-01.',
    })
  })
})
