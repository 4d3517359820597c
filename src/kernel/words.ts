import { formatMinor } from './currency'
import { formatQuantity, type Quantity } from './quantity'

/** Speaks values in a reader's locale and zone, for sentences in mails and notifications. */
export type Words = {
  /** minor units of a currency */
  money(minor: number, currency: string): string
  quantity(value: Quantity, unit?: string): string
  /** a calendar day "2026-07-01", never shifted by a zone */
  day(day: string): string
  /** an instant (Date or ISO text), in the reader's zone */
  instant(at: Date | string): string
}

/** The words of a reader: `wordsFor({ locale: 'en-US', zone: 'America/Chicago' })`. */
export function wordsFor(reader: { readonly locale: string; readonly zone: string }): Words {
  const days = new Intl.DateTimeFormat(reader.locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const instants = new Intl.DateTimeFormat(reader.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader.zone,
  })
  return {
    money: (minor, currency) => formatMinor(minor, currency, reader.locale),
    quantity: (value, unit) => [formatQuantity(value, reader.locale), unit].filter(Boolean).join(' '),
    day: (day) => days.format(new Date(`${day}T00:00:00Z`)),
    instant: (at) => instants.format(typeof at === 'string' ? new Date(at) : at),
  }
}
