import { refuse, type ErrorDetail } from '@/kernel/errors'
import { isDay } from '@/kernel/period'
import type { Reader } from '@/platform/reader'

/** Collections whose rows may carry custom fields. */
export const CUSTOM_COLLECTIONS = ['products', 'variants', 'dealers'] as const

/** A field an organization has added to a collection. */
export interface CustomField {
  key: string
  label: string
  type: 'text' | 'number' | 'yes-no' | 'day' | 'choice'
  choices: readonly string[] | null
  isRequired: boolean
}

export type CustomValues = Readonly<Record<string, unknown>>

const DEFINITIONS = `select key, label, type, choices, coalesce(is_required, false) as "isRequired" from custom_fields
where organization_id = $1::uuid and collection = $2 order by position, key`

/** The custom fields of a collection, for forms and checks. The caller has the right to the organization. */
export async function customFieldsOf(
  reader: Pick<Reader, 'rows'>,
  organization: string,
  collection: string,
): Promise<CustomField[]> {
  return reader.rows<CustomField>(DEFINITIONS, [organization, collection], 'tf_custom_fields')
}

/** A custom value as people read it: yes and no in words, nothing as nothing. */
export function spokenValue(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return typeof value === 'number' || typeof value === 'string' ? String(value) : null
}

/**
 * Custom values as they may be stored: known fields only, each of its type, required ones present, empty ones left out.
 * Null for none at all. Values of fields that were removed stay as they are. Refuses INPUT_INVALID with all details.
 * @param change `given` is the whole new value, `before` what is stored
 */
export async function checkedCustom(
  reader: Pick<Reader, 'rows'>,
  row: { organization: string; collection: string },
  change: { given: unknown; before?: CustomValues | null | undefined },
): Promise<CustomValues | null> {
  const fields = await customFieldsOf(reader, row.organization, row.collection)
  return checkCustomValues(fields, change)
}

/** The pure part of `checkedCustom`. */
export function checkCustomValues(
  fields: readonly CustomField[],
  { given, before }: { given: unknown; before?: CustomValues | null | undefined },
): CustomValues | null {
  const values = valuesOf(given)
  const details = [
    ...unknownKeys(fields, values, before ?? {}),
    ...fields.flatMap((field) => problemsOf(field, values[field.key])),
  ]
  const [first] = details
  if (first) refuse('INPUT_INVALID', { reason: `${first.path ?? 'custom'}: ${first.message}.` }, details)
  const kept = Object.entries(values).filter(([, value]) => !isEmpty(value))
  return kept.length === 0 ? null : Object.fromEntries(kept)
}

function valuesOf(given: unknown): Record<string, unknown> {
  if (given === null || given === undefined) return {}
  if (typeof given !== 'object' || Array.isArray(given))
    return refuse('INPUT_INVALID', { reason: 'custom must be an object with a value per field.' })
  return { ...given }
}

function unknownKeys(fields: readonly CustomField[], values: CustomValues, before: CustomValues): ErrorDetail[] {
  const known = new Set(fields.map((field) => field.key))
  return Object.entries(values)
    .filter(([key, value]) => !known.has(key) && JSON.stringify(before[key]) !== JSON.stringify(value))
    .map(([key]) => ({ path: `custom.${key}`, message: 'is not a field here' }))
}

function problemsOf(field: CustomField, value: unknown): ErrorDetail[] {
  const path = `custom.${field.key}`
  if (isEmpty(value)) return field.isRequired ? [{ path, message: `${field.label} is needed` }] : []
  const message = CHECKS[field.type](value, field)
  return message ? [{ path, message }] : []
}

const CHECKS: Readonly<Record<CustomField['type'], (value: unknown, field: CustomField) => string | null>> = {
  text: (value) =>
    typeof value === 'string' && value.length <= 1_000 ? null : 'must be a text of at most 1,000 characters',
  number: (value) => (typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number'),
  'yes-no': (value) => (typeof value === 'boolean' ? null : 'must be true or false'),
  day: (value) => (typeof value === 'string' && isDay(value) ? null : 'must be a day like 2026-07-01'),
  choice: (value, { choices }) =>
    choices?.includes(String(value)) ? null : `must be one of ${(choices ?? []).join(', ')}`,
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
