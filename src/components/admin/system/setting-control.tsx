'use client'

import type { ComponentType } from 'react'
import type { SettingEditor } from '@/kernel/setting'
import { FieldsEditor, HoursEditor, ListEditor, LongTextEditor } from '@/components/admin/system/setting-editors'
import type { SettingSchema } from '@/components/settings/facts'
import { durationWords, spoken } from '@/components/settings/value-words'

export interface ControlProps {
  id: string
  value: unknown
  isLocked: boolean
  onChange: (value: unknown) => void
}

/** The input a setting asks for: its own editor, else what its schema says: a check, a choice, a number or a text. */
export function SettingControl({ schema, editor, ...control }: ControlProps & { schema: SettingSchema; editor: SettingEditor | null }) {
  const Plain = editor ? PLAIN[editor.kind] : undefined
  if (Plain) return <Plain {...control} />
  switch (editor?.kind) {
    case 'list':
      return <ListEditor {...control} placeholder={editor.placeholder} />
    case 'fields':
      return <FieldsEditor {...control} labels={editor.labels} />
    case 'number':
      return <NumberInput {...control} schema={schema} unit={editor.unit} step={editor.step} />
    case 'duration':
      return <NumberInput {...control} schema={schema} unit={editor.unit} said={durationWords(control.value, editor.unit)} />
    default:
      return <BySchema {...control} schema={schema} {...wordsOf(editor)} />
  }
}

// Editors that need nothing but the value.
const PLAIN: Partial<Record<SettingEditor['kind'], ComponentType<ControlProps>>> = { hours: HoursEditor, 'long-text': LongTextEditor }

function wordsOf(editor: SettingEditor | null): Pick<BySchemaProps, 'labels' | 'placeholder'> {
  return { labels: editor?.kind === 'choice' ? editor.labels : {}, placeholder: editor?.kind === 'text' ? editor.placeholder : undefined }
}

/** Editors that need the whole width below their label. */
export function isWide(editor: SettingEditor | null): boolean {
  return editor !== null && ['hours', 'long-text', 'list', 'fields'].includes(editor.kind)
}

type BySchemaProps = ControlProps & { schema: SettingSchema; labels: Readonly<Record<string, string>>; placeholder: string | undefined }

function BySchema({ id, schema, value, isLocked, onChange, labels, placeholder }: BySchemaProps) {
  const common = { id, disabled: isLocked, 'aria-describedby': `${id}-help` }
  if (schema.type === 'boolean') return <input {...common} type="checkbox" className="tf-switch-box" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
  if (schema.enum) {
    return (
      <select {...common} className="tf-input" value={String(value)} onChange={(event) => onChange(event.target.value)}>
        {schema.enum.map((one) => (
          <option key={String(one)} value={String(one)}>
            {labels[String(one)] ?? spoken(String(one))}
          </option>
        ))}
      </select>
    )
  }
  if (schema.type === 'number' || schema.type === 'integer') return <NumberInput id={id} value={value} isLocked={isLocked} onChange={onChange} schema={schema} />
  return <input {...common} className="tf-input" {...(placeholder ? { placeholder } : {})} value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />
}

function NumberInput({ id, value, isLocked, onChange, schema, unit, step, said }: ControlProps & { schema: SettingSchema; unit?: string | undefined; step?: number | undefined; said?: string | null }) {
  return (
    <span className="tf-measure">
      <input
        id={id}
        className="tf-input"
        type="number"
        data-align="number"
        disabled={isLocked}
        aria-describedby={`${id}-help`}
        min={schema.minimum}
        max={schema.maximum}
        step={step ?? (schema.type === 'integer' ? 1 : 'any')}
        value={typeof value === 'number' ? value : ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
      />
      {unit ? <span className="tf-muted">{unit}</span> : null}
      {said ? <span className="tf-help">{said}</span> : null}
    </span>
  )
}
