import { useId, type ComponentProps, type ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type' | 'size'> {
  label: ReactNode
  hint?: ReactNode
  /** Keeps the label for screen readers only, as in a table's selection column. */
  bare?: boolean | undefined
}

export interface RadioOption {
  value: string
  label: ReactNode
  hint?: ReactNode
  disabled?: boolean | undefined
}

export interface RadioGroupProps {
  legend: string
  name: string
  options: readonly RadioOption[]
  defaultValue?: string | undefined
  required?: boolean | undefined
  /** Each option as a card. */
  cards?: boolean | undefined
  className?: string | undefined
}

/** A checkbox with its label. */
export const Checkbox = (props: ChoiceProps) => <Choice {...props} type="checkbox" />

/** A setting that acts at once or with its form: on or off. */
export const Switch = (props: ChoiceProps) => <Choice {...props} type="checkbox" role="switch" />

/** One of several, in a fieldset with its question as legend; arrow keys are the browser's. */
export function RadioGroup({ legend, name, options, defaultValue, required, cards, className }: RadioGroupProps) {
  return (
    <fieldset className={className}>
      <legend className="mb-2 text-sm font-medium">{legend}</legend>
      <div className={cn('grid gap-2.5', cards && 'sm:grid-cols-2')}>
        {options.map(({ value, label, hint, disabled }) => (
          <Choice
            key={value}
            type="radio"
            name={name}
            value={value}
            label={label}
            hint={hint}
            disabled={disabled}
            required={required}
            defaultChecked={value === defaultValue}
            className={cards ? 'choice-card' : undefined}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Choice({ label, hint, bare, className, ...rest }: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  const hintId = useId()
  return (
    <label className={cn('choice', className)}>
      <input {...rest} className="check" aria-describedby={hint ? hintId : undefined} />
      <span className={bare ? 'sr-only' : undefined}>
        {label}
        {hint ? (
          <span id={hintId} className="block text-sm text-muted">
            {hint}
          </span>
        ) : null}
      </span>
    </label>
  )
}
