import type { Field, RelationshipField, SelectField, TextField, UploadField } from 'payload'
import type { DataClass, PiiKind } from '@/kernel/data-class'
import type { Machine } from '@/kernel/machine'

type Extra = {
  required?: boolean
  index?: boolean
  unique?: boolean
  description?: string
  ownerOnly?: boolean
  readOnly?: boolean
  /** How sensitive it is; personal, owner-only and money fields are confidential unless it says more. */
  class?: DataClass
  /** What it tells about a person. */
  pii?: PiiKind
}

/** Field factories: the vocabulary of every collection. `ownerOnly` fields are stripped for the other party. */
export function text(name: string, extra: Extra & { maxLength?: number } = {}): TextField {
  return { name, type: 'text', maxLength: extra.maxLength ?? 255, ...common(extra) }
}

/** Free text of up to 4,000 characters. */
export function note(name: string, extra: Extra = {}): Field {
  return { name, type: 'textarea', maxLength: 4_000, ...common(extra) }
}

/** A pointer to one row of one collection. Tenant collections have no hasMany and no polymorphic pointers. */
export function ref(name: string, relationTo: string, extra: Extra = {}): RelationshipField {
  const field = { name, type: 'relationship', relationTo, maxDepth: 1, ...common(extra) }
  return field as RelationshipField
}

/** A pointer to an uploaded picture. */
export function picture(name: string, extra: Extra = {}): UploadField {
  return { name, type: 'upload', relationTo: 'media', ...common(extra) } as UploadField
}

/** One of a few fixed values. Countries, currencies and zones are text with a check instead. */
export function choice(name: string, options: readonly string[], extra: Extra & { defaultValue?: string } = {}): SelectField {
  const { defaultValue, ...rest } = extra
  return {
    name,
    type: 'select',
    options: options.map((value) => ({ value, label: labelOf(value) })),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    ...common(rest),
  }
}

/** An amount in integer minor units; the row or its document carries the currency. */
export function amount(name: string, extra: Extra & { defaultValue?: number } = {}): Field {
  return whole(`${name}Minor`, { class: 'confidential', ...extra })
}

/** A whole number within what JavaScript keeps exactly. */
export function whole(name: string, extra: Extra & { defaultValue?: number; min?: number } = {}): Field {
  const { defaultValue, min, ...rest } = extra
  return {
    name,
    type: 'number',
    ...(min === undefined ? {} : { min }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
    validate: (value: unknown) => wholeProblem(value, rest.required, min) ?? true,
    ...common(rest),
    custom: { ...customOf(rest), kind: 'whole' },
  }
}

/** A unit price or cost in integer micro-units of the major unit (four decimals and more exist in real lists). */
export function unitPrice(name: string, extra: Extra = {}): Field {
  return whole(`${name}Micro`, { class: 'confidential', ...extra, min: 0 })
}

/** A quantity with up to six decimals; numeric(18,6) by the guards, kernel `Quantity` in the domain. */
export function quantity(name: string, extra: Extra & { defaultValue?: number } = {}): Field {
  const { defaultValue, ...rest } = extra
  return {
    name,
    type: 'number',
    ...(defaultValue === undefined ? {} : { defaultValue }),
    validate: (value: unknown) => quantityProblem(value, rest.required) ?? true,
    ...common(rest),
    custom: { ...customOf(rest), kind: 'quantity' },
  }
}

/** A business day: text YYYY-MM-DD in the zone of its organization. Never a timestamp. */
export function day(name: string, extra: Extra = {}): Field {
  return {
    name,
    type: 'text',
    validate: (value: unknown) => dayProblem(value, rest(extra)) ?? true,
    ...common(extra),
    custom: { ...customOf(extra), kind: 'day' },
  }
}

/** An instant in UTC. */
export function instant(name: string, extra: Extra = {}): Field {
  return { name, type: 'date', ...common(extra), admin: { ...adminOf(extra), date: { pickerAppearance: 'dayAndTime' } } }
}

/** A yes or no, no by default. */
export function flag(name: string, extra: Extra & { defaultValue?: boolean } = {}): Field {
  const { defaultValue, ...others } = extra
  return { name, type: 'checkbox', defaultValue: defaultValue ?? false, ...common(others) }
}

/** Structured values that nobody filters by. */
export function json(name: string, extra: Extra = {}): Field {
  return { name, type: 'json', ...common(extra) }
}

/** The status of a machine: only its operations write it. */
export function status(machine: Machine): SelectField {
  return {
    name: 'status',
    type: 'select',
    required: true,
    index: true,
    defaultValue: machine.initial,
    options: Object.entries(machine.states).map(([value, state]) => ({ value, label: state.label })),
    admin: { readOnly: true, components: { Cell: '/components/admin/StatusCell#StatusCell' } },
    custom: { machine: machine.name, class: 'internal', pii: null },
  }
}

/** `purchase-order` becomes `Purchase order`, `hq` HQ. */
export function labelOf(value: string): string {
  if (value === 'hq') return 'HQ'
  const words = value.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function common(extra: Extra) {
  return {
    ...(extra.required ? { required: true as const } : {}),
    ...(extra.index ? { index: true } : {}),
    ...(extra.unique ? { unique: true } : {}),
    admin: adminOf(extra),
    custom: customOf(extra),
  }
}

function adminOf(extra: Extra) {
  return {
    ...(extra.description ? { description: extra.description } : {}),
    ...(extra.readOnly ? { readOnly: true } : {}),
  }
}

function customOf(extra: Extra): Record<string, unknown> {
  const usual = extra.pii || extra.ownerOnly ? 'confidential' : 'internal'
  return { ...(extra.ownerOnly ? { side: 'owner' } : {}), class: extra.class ?? usual, pii: extra.pii ?? null }
}

function rest(extra: Extra): boolean | undefined {
  return extra.required
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}

function wholeProblem(value: unknown, required?: boolean, min?: number): string | null {
  if (isMissing(value)) return required ? 'A whole number is needed.' : null
  if (!Number.isSafeInteger(value)) return 'This must be a whole number.'
  return min !== undefined && (value as number) < min ? `This must be ${min} or more.` : null
}

function quantityProblem(value: unknown, required?: boolean): string | null {
  if (isMissing(value)) return required ? 'A quantity is needed.' : null
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'This must be a number.'
  if (Math.abs(value) > 9e9) return 'A quantity is at most 9,000,000,000.'
  return Math.abs(value * 1e6 - Math.round(value * 1e6)) > 1e-3 ? 'A quantity has at most six decimals.' : null
}

function dayProblem(value: unknown, required?: boolean): string | null {
  if (isMissing(value)) return required ? 'A day is needed, as YYYY-MM-DD.' : null
  const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  if (!isDay || Number.isNaN(Date.parse(`${value as string}T00:00:00Z`))) return 'A day is written as YYYY-MM-DD.'
  return null
}
