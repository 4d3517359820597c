import fc from 'fast-check'

import {
  CURRENCIES,
  CurrencyInput,
  currencyDecimals,
  formatMinor,
  formatUnitPrice,
  majorText,
  parseMinor,
} from '@/kernel/currency'

import { refusal } from './refusal'

describe('currency', () => {
  it('knows the decimals of each currency', () => {
    expect(['USD', 'INR', 'EUR', 'JPY', 'KWD'].map(currencyDecimals)).toEqual([2, 2, 2, 0, 3])
    expect(refusal(() => currencyDecimals('XXX')).message).toBe('"XXX" is not a known currency.')
    expect(CurrencyInput.safeParse('usd').success).toBe(false)
  })

  it('agrees with the runtime about decimals where the runtime follows ISO 4217', () => {
    const differing = CURRENCIES.filter((code) => {
      const { maximumFractionDigits } = new Intl.NumberFormat('en', {
        style: 'currency',
        currency: code,
      }).resolvedOptions()
      return maximumFractionDigits !== currencyDecimals(code)
    })
    // The runtime shows these without their (unused) minor unit; ISO 4217 has it.
    expect(
      differing.filter((code) => !['COP', 'HUF', 'IDR', 'IQD', 'PKR', 'RSD', 'TWD', 'TZS', 'UZS'].includes(code)),
    ).toEqual([])
  })

  it('writes and reads exact decimal text', () => {
    expect([majorText(1234, 'USD'), majorText(-5, 'KWD'), majorText(7, 'JPY')]).toEqual(['12.34', '-0.005', '7'])
    expect([parseMinor('12.3', 'USD'), parseMinor('-0', 'USD'), parseMinor(' 5 ', 'JPY')]).toEqual([1230, 0, 5])
    for (const text of ['1.234', '1e3', '', 'abc', '999999999999999']) {
      expect(refusal(() => parseMinor(text, 'USD')).code).toBe('INPUT_INVALID')
    }
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('JPY', 'USD', 'KWD'), (minor, currency) => {
        expect(parseMinor(majorText(minor, currency), currency)).toBe(minor === 0 ? 0 : minor)
      }),
    )
  })

  it('formats amounts and unit prices for people', () => {
    expect(formatMinor(123456, 'USD')).toBe('$1,234.56')
    expect(formatMinor(12_345_678, 'INR', 'en-IN')).toBe('₹1,23,456.78')
    expect(formatMinor(9_007_199_254_740_991, 'USD')).toBe('$90,071,992,547,409.91')
    expect([formatUnitPrice(1_250_000, 'USD'), formatUnitPrice(-1_234_500, 'USD')]).toEqual(['$1.25', '-$1.2345'])
  })
})
