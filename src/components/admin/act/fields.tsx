'use client'

import { useId, type InputHTMLAttributes, type ReactNode } from 'react'

interface FieldProps {
  name: string
  label: string
  help?: ReactNode
  wrong?: string | undefined
  half?: boolean
}

type InputProps = FieldProps & Omit<InputHTMLAttributes<HTMLInputElement>, 'name'>

/** A labelled one-line input. `data-align="number"` is set for figures. */
export function TextField({ name, label, help, wrong, half, ...input }: InputProps) {
  const id = useId()
  const isFigure = input.inputMode === 'decimal' || input.inputMode === 'numeric'
  return (
    <Labelled id={id} label={label} help={help} wrong={wrong} half={half} required={input.required}>
      <input {...input} {...described(id, help, wrong)} id={id} name={name} className="tf-input" {...(isFigure ? { 'data-align': 'number' } : {})} />
    </Labelled>
  )
}

/** A labelled text of several lines. */
export function NoteField({ name, label, help, wrong, half, required, placeholder, defaultValue }: FieldProps & { required?: boolean; placeholder?: string; defaultValue?: string }) {
  const id = useId()
  return (
    <Labelled id={id} label={label} help={help} wrong={wrong} half={half} required={required}>
      <textarea {...described(id, help, wrong)} id={id} name={name} className="tf-input" required={required} placeholder={placeholder} defaultValue={defaultValue} />
    </Labelled>
  )
}

export interface Option {
  value: string
  label: string
}

/** One of a few values. */
export function ChoiceField({ name, label, help, wrong, half, options, required, defaultValue, empty, onChoose }: FieldProps & {
  options: readonly Option[]
  required?: boolean
  defaultValue?: string
  empty?: string
  onChoose?: (value: string) => void
}) {
  const id = useId()
  return (
    <Labelled id={id} label={label} help={help} wrong={wrong} half={half} required={required}>
      <select {...described(id, help, wrong)} id={id} name={name} className="tf-input" required={required} defaultValue={defaultValue} onChange={(event) => onChoose?.(event.target.value)}>
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

/** Yes or no. */
export function FlagField({ name, label, defaultChecked }: { name: string; label: string; defaultChecked?: boolean }) {
  return (
    <label className="tf-field tf-check">
      <span className="tf-check">
        <input type="checkbox" name={name} value="yes" defaultChecked={defaultChecked} />
        {label}
      </span>
    </label>
  )
}

/** Label above, help and what is wrong below. */
export function Labelled({ id, label, help, wrong, half, required, children }: {
  id: string
  label: string
  help?: ReactNode
  wrong?: string | undefined
  half?: boolean | undefined
  required?: boolean | undefined
  children: ReactNode
}) {
  return (
    <div className="tf-field" data-half={half}>
      <label className="tf-label" htmlFor={id}>
        {label}
        {required === false ? <span className="tf-muted"> (optional)</span> : null}
      </label>
      {children}
      {help ? <span className="tf-help" id={`${id}-help`}>{help}</span> : null}
      {wrong ? <span className="tf-wrong" id={`${id}-wrong`}>{wrong}</span> : null}
    </div>
  )
}

const described = (id: string, help: ReactNode, wrong: string | undefined) => ({
  ...(help || wrong ? { 'aria-describedby': [help && `${id}-help`, wrong && `${id}-wrong`].filter(Boolean).join(' ') } : {}),
  ...(wrong ? { 'aria-invalid': true as const } : {}),
})
