'use client'

/** As much of a JSON Schema as settings use. */
export interface SettingSchema {
  type?: string
  enum?: readonly unknown[]
  minimum?: number
  maximum?: number
}

interface ControlProps {
  id: string
  schema: SettingSchema
  value: unknown
  isLocked: boolean
  onChange: (value: unknown) => void
}

/** The input a setting's schema asks for: a check, a choice, a number or a text. */
export function SettingControl({ id, schema, value, isLocked, onChange }: ControlProps) {
  const common = { id, disabled: isLocked, 'aria-describedby': `${id}-help` }
  if (schema.type === 'boolean') {
    return <input {...common} type="checkbox" className="tf-switch-box" checked={value === true} onChange={(event) => onChange(event.target.checked)} />
  }
  if (schema.enum) {
    return (
      <select {...common} className="tf-input" value={String(value)} onChange={(event) => onChange(event.target.value)}>
        {schema.enum.map((one) => (
          <option key={String(one)} value={String(one)}>
            {spoken(String(one))}
          </option>
        ))}
      </select>
    )
  }
  if (schema.type === 'number' || schema.type === 'integer') {
    return <input {...common} className="tf-input" type="number" data-align="number" min={schema.minimum} max={schema.maximum} step={schema.type === 'integer' ? 1 : 'any'} value={typeof value === 'number' ? value : ''} onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))} />
  }
  if (schema.type === 'string') return <input {...common} className="tf-input" value={typeof value === 'string' ? value : ''} onChange={(event) => onChange(event.target.value)} />
  return <code className="tf-help">{JSON.stringify(value)}</code>
}

function spoken(value: string): string {
  return value.charAt(0).toUpperCase() + value.slice(1).replaceAll('-', ' ')
}
