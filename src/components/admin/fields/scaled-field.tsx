'use client'

import { useField } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'
import { useId, useState } from 'react'
import { FieldFrame } from '@/components/admin/fields/field-frame'
import { decimalOf, partsOf } from '@/components/admin/fields/scaled'

type ScaledFieldProps = NumberFieldClientProps & { decimals: number; help: string }

/** A price or a rate as people write it; the row keeps whole parts of it. */
export function ScaledField({ field, path, readOnly, decimals, help }: ScaledFieldProps) {
  const { shown, put, wrong } = useScaled(path, decimals)
  const id = useId()
  const { label, name, admin } = field
  return (
    <FieldFrame id={id} field={{ ...field, admin: { ...admin, description: help } }} wrong={wrong}>
      <input className="tf-input" inputMode="decimal" aria-label={typeof label === 'string' ? label : name} disabled={readOnly === true || admin?.readOnly === true} value={shown} onChange={(event) => put(event.target.value)} />
    </FieldFrame>
  )
}

// What was typed stands as it was typed, until the row gets another value from elsewhere.
function useScaled(path: string, decimals: number) {
  const { value, setValue, showError, errorMessage } = useField<number | null>({ path })
  const [typed, setTyped] = useState<string | null>(null)
  const isNone = typed !== null && partsOf(typed, decimals) === undefined
  const stands = typed !== null && (partsOf(typed, decimals) ?? null) === (value ?? null)
  const refused = showError ? errorMessage : undefined
  return {
    shown: stands ? typed : decimalOf(value, decimals),
    wrong: isNone && stands ? `Write a number with a point and at most ${decimals} decimals, like 12.5.` : refused,
    put: (text: string) => {
      setTyped(text)
      setValue(partsOf(text, decimals) ?? null)
    },
  }
}
