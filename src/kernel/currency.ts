import { z } from 'zod'

import { refuse } from './errors'

const BY_DECIMALS: Readonly<Record<number, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF',
  2:
    'AED ARS AUD BDT BGN BOB BRL CAD CHF CNY COP CRC CZK DKK DOP DZD EGP ETB EUR GBP GEL GHS GTQ HKD HNL HUF IDR ILS ' +
    'INR JMD KES KHR KZT LKR MAD MUR MXN MYR NGN NOK NPR NZD PEN PHP PKR PLN QAR RON RSD SAR SEK SGD THB TRY TTD TWD ' +
    'TZS UAH USD UYU UZS ZAR ZMW',
  3: 'BHD IQD JOD KWD LYD OMR TND',
}

const DECIMALS: ReadonlyMap<string, number> = new Map(
  Object.entries(BY_DECIMALS).flatMap(([decimals, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(decimals)]),
  ),
)

/** ISO 4217 codes this product can calculate with, in alphabetical order. */
export const CURRENCIES: readonly string[] = [...DECIMALS.keys()].sort()

/** Accepts a known ISO 4217 code in capitals. */
export const CurrencyInput = z
  .string()
  .refine((code) => DECIMALS.has(code), { error: 'must be a known ISO currency code, for example USD' })

/** Decimals of the minor unit: USD 2, JPY 0, KWD 3. Refuses an unknown code with INPUT_INVALID. */
export function currencyDecimals(currency: string): number {
  return DECIMALS.get(currency) ?? refuse('INPUT_INVALID', { reason: `"${currency}" is not a known currency.` })
}

/** Minor units → plain decimal text in major units, exact: (1234, 'USD') → "12.34", (-5, 'KWD') → "-0.005". */
export function majorText(minor: number, currency: string): string {
  const decimals = currencyDecimals(currency)
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const sign = minor < 0 ? '-' : ''
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** Major-unit text ("12.34", "-5") → minor units. Refuses more decimals than the currency has with INPUT_INVALID. */
export function parseMinor(text: string, currency: string): number {
  const decimals = currencyDecimals(currency)
  const tail = decimals === 0 ? '()' : `(?:\\.(\\d{1,${decimals}}))?`
  const match = new RegExp(`^(-?\\d{1,16})${tail}$`).exec(text.trim())
  const minor = match ? Number(`${match[1] ?? ''}${(match[2] ?? '').padEnd(decimals, '0')}`) : NaN
  if (!Number.isSafeInteger(minor)) refuse('INPUT_INVALID', { reason: `"${text}" is not an amount in ${currency}.` })
  return minor === 0 ? 0 : minor
}

/** Minor units → text for people: (123456, 'USD') → "$1,234.56". Exact, because the text is formatted, not a float. */
export function formatMinor(minor: number, currency: string, locale = 'en-US'): string {
  const decimals = currencyDecimals(currency)
  return formatter(locale, currency, decimals, decimals).format(numeric(majorText(minor, currency)))
}

/** Micro-units of the major unit → text for people with up to six decimals: (1250000, 'USD') → "$1.25". */
export function formatUnitPrice(unitPriceMicro: number, currency: string, locale = 'en-US'): string {
  const digits = String(Math.abs(unitPriceMicro)).padStart(7, '0')
  const text = `${unitPriceMicro < 0 ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`
  return formatter(locale, currency, currencyDecimals(currency), 6).format(numeric(text))
}

const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, currency: string, least: number, most: number): Intl.NumberFormat {
  const key = `${locale} ${currency} ${least} ${most}`
  const options = { style: 'currency', currency, minimumFractionDigits: least, maximumFractionDigits: most } as const
  const found = formatters.get(key) ?? new Intl.NumberFormat(locale, options)
  formatters.set(key, found)
  return found
}

function numeric(text: string): Intl.StringNumericLiteral {
  return text as Intl.StringNumericLiteral
}
