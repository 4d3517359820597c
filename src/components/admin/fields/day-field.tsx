'use client'

import { useField } from '@payloadcms/ui'
import type { TextFieldClientProps } from 'payload'
import { useId } from 'react'
import { FieldFrame } from '@/components/admin/fields/field-frame'

/** A business day, chosen from a calendar; an emptied one is none. */
export function DayField({ field, path, readOnly }: TextFieldClientProps) {
  const { value, setValue, showError, errorMessage } = useField<string | null>({ path })
  const id = useId()
  const { label, name } = field
  return (
    <FieldFrame id={id} field={field} wrong={showError ? errorMessage : undefined}>
      <input
        className="tf-input"
        type="date"
        aria-label={typeof label === 'string' ? label : name}
        disabled={readOnly === true || field.admin?.readOnly === true}
        value={value ?? ''}
        onChange={(event) => setValue(event.target.value === '' ? null : event.target.value)}
      />
    </FieldFrame>
  )
}
