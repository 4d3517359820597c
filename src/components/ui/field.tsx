import { useId, type ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import { Input, Textarea, type InputProps, type TextareaProps } from '@/components/ui/input'
import { Select, type SelectProps } from '@/components/ui/select'

export interface FieldWords {
  label: ReactNode
  hint?: ReactNode
  /** One clear sentence; announced when it appears. */
  error?: string | null | undefined
  /** Says so behind the label; required is the usual case and says nothing. */
  optional?: boolean | undefined
  className?: string | undefined
}

export interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldProps extends FieldWords {
  id?: string | undefined
  children: (wiring: Wiring) => ReactNode
}

/** Label, hint and error around any control; the child function spreads the wiring on it. */
export function Field({ id, label, hint, error, optional, className, children }: FieldProps) {
  const own = useId()
  const control = id ?? own
  const described = [hint ? `${control}-hint` : '', error ? `${control}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className={cn('grid gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={control} className="text-sm font-medium">
          {label}
        </label>
        {optional ? <span className="text-xs text-subtle">Optional</span> : null}
      </div>
      {children({ id: control, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint ? (
        <p id={`${control}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
      <p id={`${control}-error`} role="alert" className="text-sm font-medium text-danger-text empty:hidden">
        {error}
      </p>
    </div>
  )
}

/** `Field` + `Input`; `className` goes to the field, everything else to the input. */
export function TextField({ label, hint, error, optional, className, id, ...rest }: FieldWords & InputProps) {
  return (
    <Field {...{ id, label, hint, error, optional, className }}>{(wiring) => <Input {...rest} {...wiring} />}</Field>
  )
}

/** `Field` + `Textarea`. */
export function TextareaField({ label, hint, error, optional, className, id, ...rest }: FieldWords & TextareaProps) {
  return (
    <Field {...{ id, label, hint, error, optional, className }}>{(wiring) => <Textarea {...rest} {...wiring} />}</Field>
  )
}

/** `Field` + native `Select`. */
export function SelectField({ label, hint, error, optional, className, id, ...rest }: FieldWords & SelectProps) {
  return (
    <Field {...{ id, label, hint, error, optional, className }}>{(wiring) => <Select {...rest} {...wiring} />}</Field>
  )
}
