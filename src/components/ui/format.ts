/** How a person reads numbers and time. Any field absent falls back to en and UTC. */
export interface Reader {
  locale?: string | undefined
  zone?: string | undefined
}

export type DateStyle = 'date' | 'datetime' | 'time' | 'month' | 'relative'

const numbers = new Map<string, Intl.NumberFormat>()
const dates = new Map<string, Intl.DateTimeFormat>()
const relatives = new Map<string, Intl.RelativeTimeFormat>()

/** Integer minor units as money, exact at any size: (123456n, 'USD', 'en') → `$1,234.56`. Throws on no integer. */
export function formatMinor(minor: bigint | number | string, currency: string, locale = 'en'): string {
  const digits = currencyDigits(currency)
  return currencyFormat(locale, currency, digits).format(decimalText(BigInt(minor), digits))
}

/** A unit price in micro-units of the major unit: at least the currency's digits, at most six. */
export function formatMicro(micro: bigint | number | string, currency: string, locale = 'en'): string {
  return currencyFormat(locale, currency, 6).format(decimalText(BigInt(micro), 6))
}

/** A quantity (decimal text or number) with up to six digits behind the point. */
export function formatQuantity(quantity: number | string, locale = 'en'): string {
  const format = kept(numbers, `${locale} quantity`, () => new Intl.NumberFormat(locale, { maximumFractionDigits: 6 }))
  return format.format(quantity as Intl.StringNumericLiteral)
}

/** An instant in the reader's zone, or a plain day (`2026-03-31`), which has no zone and never shifts. */
export function formatDate(
  at: Date | string,
  style: Exclude<DateStyle, 'relative'>,
  { locale = 'en', zone = 'UTC' }: Reader,
): string {
  const plain = typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)
  const timeZone = plain ? 'UTC' : zone
  const instant = typeof at === 'string' ? new Date(at) : at
  const day = wishedDay(instant, style, locale, timeZone)
  if (day !== null) return style === 'date' ? day : `${day}, ${formatDate(at, 'time', { locale, zone })}`
  const format = kept(
    dates,
    `${locale} ${timeZone} ${style}`,
    () => new Intl.DateTimeFormat(locale, { ...DATE_PARTS[style], timeZone }),
  )
  return format.format(instant)
}

/** "3 hours ago", "in 2 days": the largest unit that fits. */
export function formatRelative(at: Date | string, now: Date, locale = 'en'): string {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000
  const [unit, size] = SPANS.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', 1] as const)
  const format = kept(relatives, locale, () => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  return format.format(Math.round(seconds / size), unit)
}

const SPANS = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

const DATE_PARTS: Record<Exclude<DateStyle, 'relative'>, Intl.DateTimeFormatOptions> = {
  date: { dateStyle: 'medium' },
  datetime: { dateStyle: 'medium', timeStyle: 'short' },
  time: { timeStyle: 'short' },
  month: { month: 'short', year: 'numeric' },
}

// What a person wishes beyond its language and region stands in the private part of the locale (kernel/locale readingTag).
const PATTERNS: Readonly<Record<string, string>> = { iso: 'year-month-day', dmy: 'day/month/year', dot: 'day.month.year', mdy: 'month/day/year' }

function wishIn(locale: string, name: 'df' | 'cur'): string | undefined {
  const wishes = locale.split('-x-')[1]?.split('-') ?? []
  const at = wishes.indexOf(name)
  return at < 0 ? undefined : wishes[at + 1]
}

function wishedDay(at: Date, style: DateStyle, locale: string, timeZone: string): string | null {
  const pattern = style === 'date' || style === 'datetime' ? PATTERNS[wishIn(locale, 'df') ?? ''] : undefined
  return pattern ? inPattern(at, pattern, timeZone) : null
}

function inPattern(at: Date, pattern: string, timeZone: string): string {
  const make = () => new Intl.DateTimeFormat('en-US', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone })
  const parts = kept(dates, `numeric ${timeZone}`, make).formatToParts(at)
  return pattern.replace(/year|month|day/g, (name) => parts.find((part) => part.type === name)?.value ?? name)
}

// The own currency is written with its sign; all others with their code, so that nobody takes one dollar for another.
function displayOf(locale: string, currency: string): { currencyDisplay?: 'narrowSymbol' | 'code' } {
  const own = wishIn(locale, 'cur')
  if (!own) return {}
  return { currencyDisplay: own === currency.toLowerCase() ? 'narrowSymbol' : 'code' }
}

/** Intl objects cost far more to build than to use, and a page of a hundred rows uses the same three. */
function kept<Format>(store: Map<string, Format>, key: string, make: () => Format): Format {
  const found = store.get(key) ?? make()
  store.set(key, found)
  return found
}

function currencyFormat(locale: string, currency: string, most: number): Intl.NumberFormat {
  const digits = { minimumFractionDigits: currencyDigits(currency), maximumFractionDigits: most }
  const make = () => new Intl.NumberFormat(locale, { style: 'currency', currency, ...displayOf(locale, currency), ...digits })
  return kept(numbers, `${locale} ${currency} ${most}`, make)
}

/**
 * ISO 4217's decimals, not Intl's: CLDR drops those nobody pays with (IDR, HUF, PKR), and an amount would show a hundredfold. A test
 * holds this against the kernel, which looks may not import.
 */
const currencyDigits = (currency: string): number => (NONE.has(currency) ? 0 : THREE.has(currency) ? 3 : 2)

const NONE = new Set('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '))
const THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '))

function decimalText(value: bigint, digits: number): Intl.StringNumericLiteral {
  const sign = value < 0n ? '-' : ''
  const figures = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  const point = figures.length - digits
  return `${sign}${figures.slice(0, point)}.${figures.slice(point) || '0'}` as Intl.StringNumericLiteral
}
