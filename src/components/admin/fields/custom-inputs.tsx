'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useId } from 'react'
import type { CustomField } from '@/domain/core/custom-fields'
import { FieldFrame } from '@/components/admin/fields/field-frame'

interface CustomInputsProps {
  field: JSONFieldClientProps['field']
  path: string
  fields: readonly CustomField[]
  isLocked: boolean
}

/** Values of the fields an organization has added, each by its type; an emptied one goes. */
export function CustomInputs({ field, path, fields, isLocked }: CustomInputsProps) {
  const { value, setValue, showError, errorMessage } = useField<Record<string, unknown> | null>({ path })
  const id = useId()
  const put = (key: string, next: unknown) => setValue({ ...value, [key]: next })
  return (
    <FieldFrame id={id} field={field} wrong={showError ? errorMessage : undefined}>
      <div className="tf-fields">
        {fields.map((one) => (
          <div className="tf-field" data-half key={one.key}>
            <label className="tf-label" htmlFor={`${id}-${one.key}`}>
              {one.label}
              {one.isRequired ? <span aria-hidden> *</span> : null}
            </label>
            <Input id={`${id}-${one.key}`} field={one} value={value?.[one.key]} isLocked={isLocked} onChange={(next) => put(one.key, next)} />
          </div>
        ))}
      </div>
    </FieldFrame>
  )
}

interface InputProps {
  id: string
  field: CustomField
  value: unknown
  isLocked: boolean
  onChange: (value: unknown) => void
}

const TYPES = { text: 'text', number: 'number', day: 'date' } as const

function Input({ id, field: { type, choices }, value, isLocked, onChange }: InputProps) {
  const common = { id, disabled: isLocked }
  if (type === 'yes-no') return <input {...common} type="checkbox" className="tf-switch-box" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (type === 'choice') {
    return (
      <select {...common} className="tf-input" value={text} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">None</option>
        {(choices ?? []).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    )
  }
  const typed = (entered: string) => (entered === '' ? null : type === 'number' ? Number(entered) : entered)
  return <input {...common} className="tf-input" type={TYPES[type]} step="any" value={text} onChange={(event) => onChange(typed(event.target.value))} />
}
