import { z } from 'zod'

/** A language tag this runtime can read, for example "en-US". */
export const LocaleInput = z.string().max(20).refine(isLocale, { error: 'must be a locale like en-US' })

/** True for a well-formed language tag. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** Ways to write a day that a person may prefer to the one of its language and region. */
export const DATE_FORMATS = ['YYYY-MM-DD', 'DD/MM/YYYY', 'DD.MM.YYYY', 'MM/DD/YYYY'] as const

export const DateFormatInput = z.enum(DATE_FORMATS, { error: `must be one of ${DATE_FORMATS.join(', ')}` })

const TAGS: Readonly<Record<string, string>> = { 'YYYY-MM-DD': 'iso', 'DD/MM/YYYY': 'dmy', 'DD.MM.YYYY': 'dot', 'MM/DD/YYYY': 'mdy' }

/** How a reader wants days and amounts written. */
interface ReadingWishes {
  dateFormat?: string | null
  currency?: string | null
}

/**
 * A language tag that also says how its reader wants days and amounts written, in the private part that Intl passes over:
 * ('en-US', { dateFormat: 'YYYY-MM-DD', currency: 'USD' }) → `en-US-x-df-iso-cur-usd`. So it reaches every page that is
 * handed a locale; components/ui/format reads it. A tag that cannot be read becomes `en`.
 */
export function readingTag(locale: string, wishes: ReadingWishes | undefined): string {
  const wish = wishes ? subtagsOf(wishes) : []
  const plain = isLocale(locale) && !locale.includes('-x-') ? locale : 'en'
  return wish.length === 0 ? plain : [plain, 'x', ...wish].join('-')
}

/** The tag as documents name their language, without anybody's wishes. */
export function plainTag(locale: string): string {
  return locale.split('-x-')[0] ?? locale
}

// Nothing for a wish that is not known.
function subtagsOf({ dateFormat, currency }: ReadingWishes): string[] {
  const date = TAGS[dateFormat ?? '']
  const code = /^[A-Z]{3}$/.exec(currency ?? '')?.[0].toLowerCase()
  return [...(date ? ['df', date] : []), ...(code ? ['cur', code] : [])]
}
