import { majorText } from '@/kernel/currency'
import { MASKED } from '@/kernel/data-class'
import { clockText } from '@/kernel/period'
import type { Changes } from '@/domain/core/audit/open'

/** One change of a field as a person reads it. `from` and `to` are null where only the fact of the change can be told. */
export interface ChangeWords {
  field: string
  label: string
  from: string | null
  to: string | null
  sentence: string
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/
const WHOLE = /^-?\d+$/
const LONGEST = 120

/** How values are written: amounts in the currency of the row's owner, instants in a zone. */
export interface Reading {
  currency: string | null
  zone?: string | undefined
}

/** The changes of an entry in words. Plumbing is left out. */
export function changesInWords(changes: Changes, reading: Reading, hidden: ReadonlySet<string> = PLUMBING): ChangeWords[] {
  return Object.entries(changes)
    .filter(([field]) => !hidden.has(field))
    .map(([field, { from, to }]) => inWords(field, from, to, reading))
}

/** Columns that say whose row it is; they never change and tell nobody anything. */
export const PLUMBING: ReadonlySet<string> = new Set([
  ...['organization', 'tree', 'branch', 'counterparty', 'counterpartyBranch', 'sharedAt', 'createdBy', 'updatedAt', 'path'],
])

/** `creditLimitMinor` becomes `Credit limit`. */
export function fieldLabel(field: string): string {
  const words = field
    .replace(/(Minor|Micro)$/, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** `order.confirmed` becomes `Order confirmed`. */
export function spoken(name: string): string {
  const words = name.replaceAll('.', ' ').replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** What an operation did, where no event says it: `shipment.bill` becomes `Shipment billed`, `order.cancel-line` `Order line cancelled`. */
export function doneWords(operation: string): string {
  const [noun = '', deed] = operation.split('.')
  if (!deed) return spoken(noun)
  const [verb = '', ...object] = deed.split('-')
  return spoken([noun, ...object, pastOf(verb)].join(' '))
}

const PAST: Readonly<Record<string, string>> = { cancel: 'cancelled', forget: 'forgotten', resend: 'sent again', send: 'sent', set: 'set', ship: 'shipped', submit: 'submitted', take: 'taken' }

function pastOf(verb: string): string {
  const [stem, ending] = verb.endsWith('e') ? [verb, 'd'] : /[^aeiou]y$/.test(verb) ? [verb.slice(0, -1), 'ied'] : [verb, 'ed']
  return PAST[verb] ?? `${stem}${ending}`
}

function inWords(field: string, from: unknown, to: unknown, reading: Reading): ChangeWords {
  const label = fieldLabel(field)
  const [before, after] = [valueText(field, from, reading), valueText(field, to, reading)]
  return { field, label, from: before, to: after, sentence: sentenceOf(label, { value: from, text: before }, { value: to, text: after }) }
}

interface Told {
  value: unknown
  text: string | null
}

function sentenceOf(label: string, from: Told, to: Told): string {
  if (isNothing(to.value)) return from.text ? `${label} removed, it was ${from.text}` : `${label} removed`
  if (isNothing(from.value)) return to.text ? `${label} set to ${to.text}` : `${label} set`
  return from.text && to.text ? `${label} changed from ${from.text} to ${to.text}` : `${label} changed`
}

// Null where a value means nothing to a reader: a pointer, a structure, a secret.
function valueText(field: string, value: unknown, reading: Reading): string | null {
  if (isNothing(value)) return null
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return 'erased' in (value as object) ? 'an erased value' : null
  return scalarText(field, String(value as string | number), reading)
}

function scalarText(field: string, text: string, { currency, zone }: Reading): string | null {
  if (text === MASKED || UUID.test(text)) return null
  return scaledText(field, text, currency) ?? plainText(text, zone)
}

// Null for what is not stored in the small units its field's name speaks of.
function scaledText(field: string, text: string, currency: string | null): string | null {
  if (!WHOLE.test(text)) return null
  if (field.endsWith('Minor') && currency) return `${majorText(Number(text), currency)} ${currency}`
  return field.endsWith('Micro') ? String(Number(text) / 1_000_000) : null
}

function plainText(text: string, zone: string | undefined): string {
  if (INSTANT.test(text)) return instantText(text, zone)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}

function instantText(text: string, zone: string | undefined): string {
  const at = new Date(text)
  if (zone === undefined || Number.isNaN(at.getTime())) return `${text.slice(0, 16).replace('T', ' ')} UTC`
  return `${clockText(at, zone).slice(0, 16)} ${zone}`
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
