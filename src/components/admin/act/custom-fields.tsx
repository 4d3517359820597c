'use client'

import type { CustomField } from '@/domain/core/custom-fields'
import { ChoiceField, FlagField, TextField } from '@/components/admin/act/fields'
import { textOf } from '@/components/admin/act/values'

const nameOf = ({ key }: CustomField): string => `custom.${key}`

/** Inputs for the fields an organization has added, each by its type. */
export function CustomFields({ fields, values, wrong }: { fields: readonly CustomField[]; values: Readonly<Record<string, unknown>>; wrong: Readonly<Record<string, string>> }) {
  return fields.map((field) => <CustomInput key={field.key} field={field} value={values[field.key]} wrong={wrong[nameOf(field)]} />)
}

const INPUTS = { text: {}, day: { type: 'date' }, number: { inputMode: 'decimal' } } as const

function CustomInput({ field, value, wrong }: { field: CustomField; value: unknown; wrong: string | undefined }) {
  const { label, type, choices, isRequired } = field
  if (type === 'yes-no') return <FlagField name={nameOf(field)} label={label} defaultChecked={value === true} />
  const given = typeof value === 'string' || typeof value === 'number' ? { defaultValue: String(value) } : {}
  const common = { name: nameOf(field), label, wrong, half: true, required: isRequired, ...given }
  if (type === 'choice') return <ChoiceField {...common} empty="None" options={(choices ?? []).map((one) => ({ value: one, label: one }))} />
  return <TextField {...common} {...INPUTS[type]} />
}

/** The custom values of a form as the API takes them, whole: values of fields that are gone stay. Nothing where there is no field. */
export function customBody(form: FormData, fields: readonly CustomField[], before: Readonly<Record<string, unknown>>): { custom?: Record<string, unknown> } {
  if (fields.length === 0) return {}
  return { custom: { ...before, ...Object.fromEntries(fields.map((field) => [field.key, valueOf(form, field)])) } }
}

function valueOf(form: FormData, field: CustomField): unknown {
  if (field.type === 'yes-no') return form.get(nameOf(field)) === 'yes'
  const text = textOf(form, nameOf(field))
  if (text === undefined) return null
  return field.type === 'number' && Number.isFinite(Number(text)) ? Number(text) : text
}
