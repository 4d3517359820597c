'use client'

import type { JSONFieldClientProps } from 'payload'
import type { ReactNode } from 'react'

interface FieldFrameProps {
  id: string
  field: JSONFieldClientProps['field']
  wrong?: string | undefined
  children: ReactNode
}

/** Label, help and refusal around a field of a generated form that has several inputs. */
export function FieldFrame({ id, field: { label, name, admin }, wrong, children }: FieldFrameProps) {
  const help = admin?.description
  return (
    <fieldset className="field-type tf-rows-field" {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}>
      <legend className="field-label">{typeof label === 'string' ? label : name}</legend>
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
