import { CURRENCIES, formatMinor as kernelMinor, formatUnitPrice } from '@/kernel/currency'
import { plainTag, readingTag } from '@/kernel/locale'
import { formatDate, formatMicro, formatMinor, formatQuantity, formatRelative } from '@/components/ui/format'

describe('formatMinor', () => {
  test('follows the currency, not a fixed two digits', () => {
    expect(formatMinor(123456, 'USD')).toBe('$1,234.56')
    expect(formatMinor(1234, 'JPY')).toBe('¥1,234')
    expect(formatMinor(1234567, 'KWD')).toBe('KWD\u00a01,234.567')
  })

  test('is exact beyond what a float holds', () => {
    expect(formatMinor(90071992547409931n, 'USD')).toBe('$900,719,925,474,099.31')
  })

  test('keeps small and negative amounts', () => {
    expect(formatMinor(5, 'USD')).toBe('$0.05')
    expect(formatMinor(-5, 'USD')).toBe('-$0.05')
    expect(formatMinor('0', 'USD')).toBe('$0.00')
  })

  test('groups as the locale does', () => {
    expect(formatMinor(123456789, 'INR', 'en-IN')).toBe('₹12,34,567.89')
  })
})

test('amounts and unit prices read as the kernel prints them, in every currency', () => {
  for (const currency of CURRENCIES) {
    expect(formatMinor(123456, currency, 'en-US')).toBe(kernelMinor(123456, currency))
    expect(formatMicro(1_234_500, currency, 'en-US')).toBe(formatUnitPrice(1_234_500, currency))
  }
})

describe('formatMicro', () => {
  test('shows at least the currency digits and at most what the price has', () => {
    expect(formatMicro(2_000_000, 'USD')).toBe('$2.00')
    expect(formatMicro(2_994_000, 'USD')).toBe('$2.994')
    expect(formatMicro(1, 'USD')).toBe('$0.000001')
  })
})

test('formatQuantity drops empty digits', () => {
  expect(formatQuantity('12.500000')).toBe('12.5')
  expect(formatQuantity('1200')).toBe('1,200')
})

describe('formatDate', () => {
  test('an instant moves with the zone', () => {
    const at = '2026-11-18T02:00:00Z'
    expect(formatDate(at, 'date', { zone: 'America/Los_Angeles' })).toBe('Nov 17, 2026')
    expect(formatDate(at, 'date', { zone: 'Asia/Kolkata' })).toBe('Nov 18, 2026')
  })

  test('a plain day never moves', () => {
    expect(formatDate('2026-03-31', 'date', { zone: 'America/Los_Angeles' })).toBe('Mar 31, 2026')
  })
})

test('formatRelative takes the largest unit that fits', () => {
  const now = new Date('2026-11-20T09:00:00Z')
  expect(formatRelative('2026-11-20T07:40:00Z', now)).toBe('1 hour ago')
  expect(formatRelative('2026-11-22T09:00:00Z', now)).toBe('in 2 days')
  expect(formatRelative('2026-11-20T08:59:50Z', now)).toBe('10 seconds ago')
})

describe('what a person wishes beyond its language', () => {
  const at = new Date('2026-11-02T23:30:00Z')
  const tag = (wishes: { dateFormat?: string; currency?: string }) => readingTag('en-US', wishes)

  test.each([
    ['YYYY-MM-DD', '2026-11-02', '2026-11-02'],
    ['DD/MM/YYYY', '02/11/2026', '02/11/2026'],
    ['DD.MM.YYYY', '02.11.2026', '02.11.2026'],
    ['MM/DD/YYYY', '11/02/2026', '11/02/2026'],
  ])('dates as %s', (dateFormat, plain, instant) => {
    const locale = tag({ dateFormat })
    expect(formatDate('2026-11-02', 'date', { locale, zone: 'Asia/Tokyo' })).toBe(plain)
    expect(formatDate(at, 'date', { locale, zone: 'UTC' })).toBe(instant)
    expect(formatDate(at, 'datetime', { locale, zone: 'UTC' })).toMatch(new RegExp(`^${instant.replaceAll('.', '\\.')}, 11:30\\sPM$`))
  })

  test('the own currency with its sign, others with their code', () => {
    const locale = tag({ currency: 'CAD' })
    expect(formatMinor(123456n, 'CAD', locale)).toBe('$1,234.56')
    expect(formatMinor(123456n, 'USD', locale)).toMatch(/^USD\s1,234\.56$/)
    expect(formatMinor(123456n, 'USD', 'en-US')).toBe('$1,234.56')
  })

  test('a tag stays one that documents can name, and a broken one is English', () => {
    expect(tag({ dateFormat: 'YYYY-MM-DD', currency: 'EUR' })).toBe('en-US-x-df-iso-cur-eur')
    expect(plainTag('en-US-x-df-iso-cur-eur')).toBe('en-US')
    expect(readingTag('no locale', { currency: 'x' })).toBe('en')
  })
})
