'use client'

import { HoursEditor } from '@/components/portal/settings/hours-editor'
import type { SettingFacts } from '@/components/settings/facts'
import { spoken } from '@/components/settings/value-words'
import { Switch } from '@/components/ui/choice'
import { SelectField, TextareaField, TextField } from '@/components/ui/field'

export interface SettingEditorProps {
  setting: Pick<SettingFacts, 'key' | 'label' | 'editor' | 'schema'>
  value: unknown
  onChange: (value: unknown) => void
}

/** The control a setting asks for: its own editor, else what its schema says. */
export function SettingEditor(props: SettingEditorProps) {
  const { setting: { editor, label }, value, onChange } = props
  switch (editor?.kind) {
    case 'hours':
      return <HoursEditor label={label} value={value} onChange={onChange} />
    case 'fields':
      return <FieldsEditor {...props} labels={editor.labels} />
    case 'long-text':
      return <TextareaField label={label} rows={8} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />
    case 'list':
      return <ListEditor {...props} placeholder={editor.placeholder} />
    default:
      return <BySchema {...props} />
  }
}

function BySchema(props: SettingEditorProps) {
  const { setting: { label, editor, schema }, value, onChange } = props
  if (schema.type === 'boolean') return <Switch label={label} checked={value === true} onChange={(event) => onChange(event.target.checked)} />
  if (schema.enum) return <ChoiceEditor {...props} values={schema.enum.map(String)} />
  if (schema.type === 'number' || schema.type === 'integer') return <NumberEditor {...props} />
  return <TextField label={label} placeholder={editor?.kind === 'text' ? editor.placeholder : undefined} value={textOf(value)} onChange={(event) => onChange(event.target.value)} />
}

function ChoiceEditor({ setting: { label, editor }, value, onChange, values }: SettingEditorProps & { values: readonly string[] }) {
  const labels: Readonly<Record<string, string>> = editor?.kind === 'choice' ? editor.labels : {}
  return <SelectField label={label} options={values.map((one) => ({ value: one, label: labels[one] ?? spoken(one) }))} value={String(value)} onChange={(event) => onChange(event.target.value)} />
}

function NumberEditor({ setting: { label, schema }, value, onChange }: SettingEditorProps) {
  return <TextField label={label} type="number" min={schema.minimum} max={schema.maximum} value={typeof value === 'number' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))} />
}

function FieldsEditor({ setting: { label }, value, onChange, labels }: SettingEditorProps & { labels: Readonly<Record<string, string>> }) {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return (
    <fieldset className="grid gap-3 sm:grid-cols-2">
      <legend className="mb-2 text-sm font-medium">{label}</legend>
      {Object.entries(labels).map(([name, word]) => (
        <TextField key={name} label={word} value={textOf(given[name])} onChange={(event) => onChange({ ...given, [name]: event.target.value })} />
      ))}
    </fieldset>
  )
}

function ListEditor({ setting: { label }, value, onChange, placeholder }: SettingEditorProps & { placeholder: string | undefined }) {
  const lines = Array.isArray(value) ? value.map(String) : []
  return <TextareaField label={label} hint="One per line." rows={4} placeholder={placeholder} defaultValue={lines.join('\n')} onChange={(event) => onChange(event.target.value.split('\n').map((line) => line.trim()).filter(Boolean))} />
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
