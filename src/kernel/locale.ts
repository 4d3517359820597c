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
