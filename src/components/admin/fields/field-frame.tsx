'use client'

import type { ReactNode } from 'react'

interface FieldFrameProps {
  id: string
  field: { name: string; label?: unknown; required?: boolean; admin?: { description?: unknown } }
  wrong?: string | undefined
  children: ReactNode
}

/** Label, help and refusal around a field of a generated form with inputs of its own. */
export function FieldFrame({ id, field: { label, name, required, admin }, wrong, children }: FieldFrameProps) {
  const help = admin?.description
  return (
    <fieldset className="field-type tf-rows-field" {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}>
      <legend className="field-label">
        {typeof label === 'string' ? label : name}
        {required ? <span className="required">*</span> : null}
      </legend>
      {children}
      {typeof help === 'string' ? <span className="tf-help">{help}</span> : null}
      {wrong ? (
        <span id={`${id}-wrong`} className="tf-wrong" role="alert">
          {wrong}
        </span>
      ) : null}
    </fieldset>
  )
}
