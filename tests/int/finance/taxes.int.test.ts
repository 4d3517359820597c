import { taxesFor } from '@/domain/finance'

import { aDraft, anInvoice, putSetting, type LineWish } from '@tests/builders/finance'
import { aNetwork, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'

let net: Network

beforeAll(async () => {
  net = await aNetwork({ currency: 'EUR' })
})

const tax = (percent: number, name = 'VAT') => [{ name, ratePpm: Math.round(percent * 10_000) }]
const line = (price: number, taxes: { name: string; ratePpm: number }[], more = {}) => ({
  unitPriceMicro: Math.round(price * 1_000_000),
  taxes,
  ...more,
})
const totals = async (id: string) => {
  const { rows } = await net.payload.db.pool.query<{
    subtotal: number
    discount: number
    tax: number
    total: number
    rounding: string
    taxes: { taxMinor: number; baseMinor: number }[]
  }>(
    `select subtotal_minor::int as subtotal, discount_minor::int as discount, tax_minor::int as tax, total_minor::int as total, tax_rounding as rounding, taxes from invoices where id = $1`,
    [id],
  )
  if (!rows[0]) throw new Error('missing')
  return rows[0]
}
const posted = async (lines: LineWish[], more = {}) => totals((await anInvoice(net, { lines, ...more })).id)

describe('X1 to X5 from the request to the row', () => {
  it('X1 rounds per line 1.89 or per document 1.90, by the setting, and keeps which on the document', async () => {
    const lines = [line(3.33, tax(19)), line(3.33, tax(19)), line(3.33, tax(19))]
    expect(await posted(lines)).toMatchObject({ tax: 189, rounding: 'line' })
    expect(await posted(lines, { taxRounding: 'document' })).toMatchObject({
      tax: 190,
      total: 1189,
      rounding: 'document',
    })
    await putSetting(net, 'finance.taxRounding', 'document')
    expect(await posted(lines)).toMatchObject({ tax: 190, rounding: 'document' })
    await putSetting(net, 'finance.taxRounding', 'line')
  })

  it('X2 gross never moves where prices contain tax: 340.00 + 13.90 at 19% is 353.90 with 56.51 tax', async () => {
    expect(await posted([line(340, tax(19)), line(13.9, tax(19))], { taxInclusive: true })).toMatchObject({
      tax: 5429 + 222,
      total: 35_390,
    })
    expect(await posted([line(90, tax(5)), line(55, tax(5))], { taxInclusive: true })).toMatchObject({ total: 14_500 })
  })

  it('X3 rounds several taxes each on the net, withholding included: 1,393.50 becomes 1,477.11', async () => {
    const both = [...tax(21), ...tax(-15, 'Withholding')]
    const row = await posted([line(1393.5, both)])
    expect([row.total, row.taxes.map((one) => one.taxMinor)]).toEqual([147_711, [29_264, -20_903]])
  })

  it('X4 spreads a header discount before tax: 100 at 20%, 50 at 10%, discount 30 is 140.00', async () => {
    const row = await posted([line(100, tax(20, 'High')), line(50, tax(10, 'Low'))], { headerDiscountMinor: 3000 })
    expect(row).toMatchObject({ subtotal: 15_000, discount: 3000, tax: 2000, total: 14_000 })
    expect(row.taxes.map((one) => [one.baseMinor, one.taxMinor])).toEqual([
      [8000, 1600],
      [4000, 400],
    ])
  })

  it('X5 a discount nets inside its rate: 8,500 less 7,500 at 19% is 190.00 tax', async () => {
    expect(await posted([line(8500, tax(19), { discountMinor: 750_000 })])).toMatchObject({
      subtotal: 100_000,
      tax: 19_000,
      total: 119_000,
    })
  })

  it('X6 takes the rate of the ship-to place on the day, and says why a line is untaxed', async () => {
    const create = await creatorFor(net.payload, net.people.admin.email)
    await create('tax-rates', {
      name: 'City tax',
      country: 'US',
      region: 'IL',
      taxClass: 'standard',
      ratePpm: 12_500,
      toDay: '2026-07-01',
    })
    const reader = await net.reader(net.people.finance)
    const ask = (on: string, region: string | null) =>
      taxesFor(reader, {
        organization: net.hq.id,
        shipTo: { country: 'US', region },
        on,
        taxClasses: ['standard', 'books'],
      })
    expect((await ask('2026-06-30', 'IL')).get('standard')?.taxes.map((one) => one.name)).toEqual([
      'Sales tax',
      'City tax',
    ])
    expect((await ask('2026-07-01', 'IL')).get('standard')?.taxes.map((one) => one.name)).toEqual(['Sales tax'])
    expect((await ask('2026-07-01', null)).get('books')).toEqual({
      taxes: [],
      reason: 'No tax rate for class books in US on 2026-07-01.',
    })
    const id = await aDraft(net, {
      lines: [
        { unitPriceMicro: 10_000_000, taxClass: 'standard' },
        { unitPriceMicro: 10_000_000, taxClass: 'books' },
      ],
      now: new Date('2026-08-01T12:00:00Z'),
    })
    expect(await totals(id)).toMatchObject({ subtotal: 2000, tax: 80, total: 2080 })
    const { rows } = await net.payload.db.pool.query(
      'select untaxed_reason as reason from invoice_lines where invoice_id = $1 order by line_no',
      [id],
    )
    expect(rows.map((row) => row.reason)).toEqual([null, 'No tax rate for class books in IL, US on 2026-08-01.'])
  })

  it('X2 refuses what no document can be: no lines, a negative total, a discount larger than the lines', async () => {
    await expect(aDraft(net, { lines: [] })).rejects.toMatchObject({ code: 'LINES_MISSING' })
    await expect(aDraft(net, { lines: [line(1, [], { discountMinor: 200 })] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
    await expect(aDraft(net, { headerDiscountMinor: 10_001 })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(aDraft(net, { lines: [line(1, [], { quantity: '0' })] })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    })
  })
})
