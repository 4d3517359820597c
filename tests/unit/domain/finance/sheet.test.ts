import fc from 'fast-check'

import { computeBill, totalsOf, type BilledLine, type Terms } from '@/domain/finance/drafting'
import { lineAmount, type InvoiceView } from '@/domain/finance/queries/invoice-page'
import { invoiceSheet } from '@/domain/finance/sheet'
import { formatMinor, formatUnitPrice } from '@/kernel/currency'
import { fromMillionths, toText } from '@/kernel/quantity'

const LETTERHEAD = { zone: 'UTC', color: null, logo: null }
const LOCALES = ['en-US', 'en-IN', 'de-DE', 'fr-FR', 'ar-KW', 'ja-JP']

const taxes = fc.array(
  fc.record({
    name: fc.constantFrom('VAT', 'GST', 'PST'),
    ratePpm: fc.integer({ min: -150_000, max: 280_000 }),
    compound: fc.boolean(),
  }),
  { maxLength: 3 },
)
const line = fc.record({
  unitPriceMicro: fc.nat(5_000_000_000),
  millionths: fc.bigInt({ min: 1n, max: 5_000_000_000n }),
  discount: fc.nat(100),
  taxes,
})
const documents = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 6 }),
  currency: fc.constantFrom('USD', 'INR', 'JPY', 'KWD', 'EUR'),
  locale: fc.constantFrom(...LOCALES),
  rounding: fc.constantFrom('line' as const, 'document' as const),
  inclusive: fc.boolean(),
  share: fc.nat(50),
})

type Wish = typeof documents extends fc.Arbitrary<infer T> ? T : never

/** An invoice as the API answers it, from the engine's figures, the way drafting stores them. */
function viewOf({ lines, currency, rounding, inclusive, share }: Wish): InvoiceView {
  const billed: BilledLine[] = lines.map((one) => ({
    name: 'Goods',
    unit: 'PCS',
    quantity: fromMillionths(one.millionths),
    unitPriceMicro: one.unitPriceMicro,
    discountMinor: 0,
    taxes: one.taxes,
  }))
  const terms: Terms = { currency, taxRounding: rounding, taxInclusive: inclusive, headerDiscountMinor: 0 }
  const plain = computeBill(billed, terms)
  const base = plain.lines.reduce((sum, one) => sum + one.amountMinor, 0)
  const bill = computeBill(billed, { ...terms, headerDiscountMinor: Math.floor((base * share) / 100) })
  const totals = totalsOf(bill, inclusive)
  const stored = bill.lines.map((one, at) => ({
    unitPriceMicro: billed[at]!.unitPriceMicro,
    quantity: toText(billed[at]!.quantity),
    ...one,
  }))
  const shown = stored.map((one, at) => ({
    ...one,
    ...{
      lineNo: at + 1,
      sku: null,
      name: 'Goods',
      unit: 'PCS',
      taxClass: null,
      untaxedReason: null,
      creditedQuantity: '0',
    },
    discountMinor: 0,
    taxes: [...one.taxes],
    amountMinor: lineAmount({ ...one, discountMinor: 0 }, currency),
  }))
  const dates = { invoicedOn: '2026-07-01', dueOn: '2026-07-31', postedAt: new Date(0), createdAt: new Date(0) }
  return {
    kind: 'invoice',
    number: 'INV-1',
    status: 'posted',
    currency,
    taxInclusive: inclusive,
    taxRounding: rounding,
    ...dates,
    ...totals,
    lines: shown,
    seller: { name: 'S' },
    billTo: { name: 'B' },
  } as never
}

const NUMERALS = '٠١٢٣٤٥٦٧٨٩'

/** Minor units out of a printed amount, whatever the locale's signs are. */
function minorIn(text: string): number {
  const latin = [...text].map((one) => (NUMERALS.includes(one) ? String(NUMERALS.indexOf(one)) : one)).join('')
  const digits = Number(latin.replace(/[^0-9]/g, ''))
  return /[-−–]/.test(latin) ? -digits : digits
}

describe('X7 one engine for API and PDF', () => {
  it('X7 prints the very figures of the API on 10,000 random documents, and they add up', () => {
    fc.assert(
      fc.property(documents, (wish) => {
        const invoice = viewOf(wish)
        const sheet = invoiceSheet(invoice, { ...LETTERHEAD, locale: wish.locale })
        const speak = (minor: number) => formatMinor(minor, wish.currency, wish.locale)
        const cells = sheet.table.rows.map((row) => row.cells)
        expect(cells.map((row) => row.at(-1))).toEqual(invoice.lines.map((one) => speak(one.amountMinor)))
        expect(cells.map((row) => row[3])).toEqual(
          invoice.lines.map((one) => formatUnitPrice(one.unitPriceMicro, wish.currency, wish.locale)),
        )
        const sums = new Map(sheet.sums.map((sum) => [sum.label, sum.value]))
        expect(sums.get('Subtotal')).toBe(speak(invoice.subtotalMinor))
        expect(sums.get('Total')).toBe(speak(invoice.totalMinor))
        expect(sums.get(wish.inclusive ? 'Tax included' : 'Tax')).toBe(speak(invoice.taxMinor))
        expect((sheet.summary?.rows ?? []).map((row) => row[2])).toEqual(
          invoice.taxes.map((tax) => speak(tax.taxMinor)),
        )
        // What a reader adds up on paper is what the document says.
        const printed = (label: string) => minorIn(sums.get(label) ?? '')
        expect(cells.reduce((sum, row) => sum + minorIn(row.at(-1) ?? ''), 0)).toBe(printed('Subtotal'))
        const tax = wish.inclusive ? 0 : printed('Tax')
        expect(printed('Subtotal') + (sums.has('Discount') ? printed('Discount') : 0) + tax).toBe(printed('Total'))
      }),
      { numRuns: 10_000 },
    )
  }, 180_000)

  it('X1 says where tax was rounded, and names why a line is untaxed', () => {
    const invoice = viewOf({
      lines: [
        {
          unitPriceMicro: 3_330_000,
          millionths: 1_000_000n,
          discount: 0,
          taxes: [{ name: 'VAT', ratePpm: 190_000, compound: false }],
        },
      ],
      currency: 'EUR',
      locale: 'de-DE',
      rounding: 'document',
      inclusive: false,
      share: 0,
    })
    const sheet = invoiceSheet(
      {
        ...invoice,
        lines: [...invoice.lines, { ...invoice.lines[0]!, taxes: [], untaxedReason: 'Exempt by certificate 7.' }],
      },
      { ...LETTERHEAD, locale: 'de-DE' },
    )
    expect(sheet.notes.at(-1)?.text).toBe('Taxes are rounded once over the whole document. Exempt by certificate 7.')
    expect(sheet.table.rows[0]?.cells.at(-2)).toMatch(/^19\s%$/)
  })

  it('marks drafts and voids', () => {
    const invoice = viewOf({
      lines: [{ unitPriceMicro: 1, millionths: 1n, discount: 0, taxes: [] }],
      currency: 'USD',
      locale: 'en-US',
      rounding: 'line',
      inclusive: false,
      share: 0,
    })
    const markOf = (status: InvoiceView['status']) =>
      invoiceSheet({ ...invoice, status, voidReason: 'x' }, { ...LETTERHEAD, locale: 'en-US' }).mark
    expect([markOf('draft'), markOf('posted'), markOf('void')]).toEqual(['DRAFT', undefined, 'VOID'])
  })
})
