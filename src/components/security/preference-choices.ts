import { CURRENCIES } from '@/kernel/currency'
import { DATE_FORMATS } from '@/kernel/locale'

interface Choice {
  value: string
  label: string
}

const REGIONS = [
  'en-US', 'en-GB', 'en-CA', 'en-AU', 'en-IN', 'en-IE', 'en-NZ', 'en-ZA', 'de-DE', 'de-AT', 'de-CH', 'fr-FR', 'fr-CA', 'es-ES', 'es-MX', 'it-IT', 'nl-NL',
  'pl-PL', 'pt-BR', 'pt-PT', 'sv-SE', 'da-DK', 'nb-NO', 'fi-FI', 'cs-CZ', 'ja-JP', 'ko-KR', 'hi-IN',
]

/** What a person may choose on the preferences page. A stored value that is not offered is offered too. */
export function preferenceChoices(now: Date, stored: { locale: string | null; zone: string | null }) {
  return {
    locales: listOf(REGIONS, stored.locale).map((value) => ({ value, label: regionName(value) })),
    zones: listOf(zoneNames(), stored.zone).map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    dateFormats: DATE_FORMATS.map((value) => ({ value, label: `${value} (${inFormat(now, value)})` })),
    currencies: CURRENCIES.map((value): Choice => ({ value, label: `${value} – ${currencyName(value)}` })),
  }
}

// Intl keeps names that places have given up; people look for the present ones, and organizations are stored with them.
const RENAMED: Readonly<Record<string, string>> = {
  ...{ 'Asia/Calcutta': 'Asia/Kolkata', 'Asia/Katmandu': 'Asia/Kathmandu', 'Asia/Rangoon': 'Asia/Yangon', 'Asia/Saigon': 'Asia/Ho_Chi_Minh' },
  ...{ 'America/Buenos_Aires': 'America/Argentina/Buenos_Aires', 'Europe/Kiev': 'Europe/Kyiv', 'Pacific/Truk': 'Pacific/Chuuk', 'Atlantic/Faeroe': 'Atlantic/Faroe' },
}

/** Every time zone by its present name, in alphabetical order, UTC among them. */
export function zoneNames(): string[] {
  const known = Intl.supportedValuesOf('timeZone').map((name) => RENAMED[name] ?? name)
  return [...new Set([...known, 'UTC'])].sort()
}

function listOf(values: readonly string[], stored: string | null): string[] {
  return stored && !values.includes(stored) ? [stored, ...values] : [...values]
}

function regionName(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag
}

function currencyName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'currency' }).of(code) ?? code
}

function inFormat(now: Date, format: string): string {
  const [year = '', month = '', day = ''] = now.toISOString().slice(0, 10).split('-')
  return format.replace('YYYY', year).replace('MM', month).replace('DD', day)
}
