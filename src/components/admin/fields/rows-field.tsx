'use client'

import { useField } from '@payloadcms/ui'
import type { JSONFieldClientProps } from 'payload'
import { useId } from 'react'
import { changed, rowsOf, type RowsKind } from '@/components/admin/fields/rows'
import { FieldFrame } from '@/components/admin/fields/field-frame'

type RowsFieldProps = JSONFieldClientProps & { kind: RowsKind; heads: readonly string[] }

/** A list, or pairs of name and value, edited row by row instead of as JSON. */
export function RowsField({ field, path, readOnly, kind, heads }: RowsFieldProps) {
  const { value, setValue, showError, errorMessage } = useField<unknown>({ path })
  const id = useId()
  const rows = rowsOf(value, kind)
  const isLocked = readOnly === true || field.admin?.readOnly === true
  const put = (next: string[][]) => setValue(changed(next, kind))
  return (
    <FieldFrame id={id} field={field} wrong={showError ? errorMessage : undefined}>
      {rows.map((row, index) => (
        <div className="tf-row-edit" role="group" aria-label={`Row ${index + 1}`} key={index}>
          {heads.map((head, at) => (
            <input
              key={head}
              className="tf-input"
              aria-label={head}
              placeholder={head}
              disabled={isLocked}
              value={row[at] ?? ''}
              onChange={(event) => put(rows.map((one, n) => (n === index ? heads.map((_, m) => (m === at ? event.target.value : (one[m] ?? ''))) : one)))}
            />
          ))}
          {isLocked ? null : (
            <button type="button" className="tf-text-button" aria-label={`Remove row ${index + 1}`} onClick={() => put(rows.filter((_, n) => n !== index))}>
              Remove
            </button>
          )}
        </div>
      ))}
      {rows.length === 0 ? <span className="tf-muted">None</span> : null}
      {isLocked ? null : (
        <button type="button" className="tf-button" onClick={() => put([...rows, heads.map(() => '')])}>
          Add
        </button>
      )}
    </FieldFrame>
  )
}
