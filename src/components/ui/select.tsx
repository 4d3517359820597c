import type { ComponentProps } from 'react'
import { controlLook, type ControlSize } from '@/components/ui/input'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean | undefined
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'size' | 'children'> {
  options: readonly SelectOption[]
  /** First, empty choice: "Any status". */
  placeholder?: string | undefined
  size?: ControlSize | undefined
}

/** The browser's own select in our clothes: the best one on phones, and it works before scripts arrive. */
export function Select({ options, placeholder, size, className, ...rest }: SelectProps) {
  return (
    <select {...rest} className={controlLook(size, className)}>
      {placeholder === undefined ? null : <option value="">{placeholder}</option>}
      {options.map(({ value, label, disabled }) => (
        <option key={value} value={value} disabled={disabled}>
          {label}
        </option>
      ))}
    </select>
  )
}
