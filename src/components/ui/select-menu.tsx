'use client'

import { Check, ChevronDown } from 'lucide-react'
import * as Radix from 'radix-ui/select'
import type { ReactNode } from 'react'
import { controlLook, type ControlSize } from '@/components/ui/input'

export interface RichOption {
  value: string
  label: string
  /** Second line: an address, a description. */
  hint?: string | undefined
  icon?: ReactNode
  disabled?: boolean | undefined
}

export interface SelectMenuProps {
  /** Name for screen readers, where no `Field` gives one. */
  label?: string | undefined
  id?: string | undefined
  name?: string | undefined
  options: readonly RichOption[]
  value?: string | undefined
  defaultValue?: string | undefined
  onValueChange?: ((value: string) => void) | undefined
  placeholder?: string | undefined
  required?: boolean | undefined
  disabled?: boolean | undefined
  size?: ControlSize | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
}

/** A select whose options need two lines or an icon. Plain words belong in `Select`: it is smaller and better on phones. */
export function SelectMenu({ label, id, options, placeholder, size, onValueChange, ...rest }: SelectMenuProps) {
  const { value, defaultValue, name, required, disabled, ...wiring } = rest
  const root = { value, defaultValue, name, required, disabled, onValueChange }
  const given = Object.fromEntries(Object.entries(root).filter(([, prop]) => prop !== undefined))
  return (
    <Radix.Root {...given}>
      <Radix.Trigger
        {...wiring}
        id={id}
        aria-label={label}
        className={controlLook(size, 'flex items-center justify-between gap-3 text-left')}
      >
        <span className="truncate">
          <Radix.Value placeholder={<span className="text-subtle">{placeholder ?? 'Choose…'}</span>} />
        </span>
        <ChevronDown aria-hidden className="size-3.5 flex-none text-subtle" />
      </Radix.Trigger>
      <Radix.Content position="popper" sideOffset={6} className="menu static z-50 min-w-(--radix-select-trigger-width)">
        <Radix.Viewport>
          {options.map((option) => (
            <Option key={option.value} {...option} />
          ))}
        </Radix.Viewport>
      </Radix.Content>
    </Radix.Root>
  )
}

const Option = ({ value, label, hint, icon, disabled = false }: RichOption) => (
  <Radix.Item value={value} disabled={disabled} textValue={label} className="menu-item cursor-pointer">
    {icon}
    <span className="min-w-0">
      <Radix.ItemText>{label}</Radix.ItemText>
      {hint ? <span className="block truncate text-xs text-muted">{hint}</span> : null}
    </span>
    <Radix.ItemIndicator className="ml-auto">
      <Check aria-hidden className="size-4" />
    </Radix.ItemIndicator>
  </Radix.Item>
)
