'use client'

import { ChevronDown } from 'lucide-react'
import { useId, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { controlLook, type ControlSize } from '@/components/ui/input'
import { optionForKey } from '@/components/ui/listbox'
import type { RichOption } from '@/components/ui/option-face'
import { OptionList } from '@/components/ui/option-list'
import { placeBeside } from '@/components/ui/placement'

export interface SelectMenuProps {
  options: readonly RichOption[]
  /** Name for screen readers where no `Field` gives one. */
  label?: string | undefined
  id?: string | undefined
  /** Sends the value with its form. */
  name?: string | undefined
  defaultValue?: string | undefined
  onValueChange?: ((value: string) => void) | undefined
  placeholder?: string | undefined
  disabled?: boolean | undefined
  size?: ControlSize | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
}

/** A select whose options need two lines or an icon. Plain words belong in `Select`: it is smaller and better on phones. */
export function SelectMenu(props: SelectMenuProps) {
  const { options, label, id, name, defaultValue = '', onValueChange, placeholder = 'Choose…', disabled, size } = props
  const listId = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [value, setValue] = useState(defaultValue)
  const [active, setActive] = useState(-1)
  const chosen = options.find((option) => option.value === value)
  const open = active >= 0

  const onToggle = (nowOpen: boolean): void => {
    setActive(
      nowOpen
        ? Math.max(
            0,
            options.findIndex((option) => option.value === value),
          )
        : -1,
    )
    if (!nowOpen || !list.current || !button.current) return
    list.current.style.minWidth = `${button.current.offsetWidth}px`
    placeBeside(button.current, list.current, {})
  }
  const choose = (option: RichOption | undefined): void => {
    if (!option || option.disabled) return
    setValue(option.value)
    onValueChange?.(option.value)
    list.current?.hidePopover()
  }
  const onKey = (key: string): boolean => {
    if (!open) return ['ArrowDown', 'ArrowUp'].includes(key) && (list.current?.showPopover(), true)
    if (key === 'Tab') list.current?.hidePopover()
    if (key === 'Enter' || key === ' ') return (choose(options[active]), true)
    const next = optionForKey(key, options, active)
    if (next !== undefined) setActive(next)
    return next !== undefined
  }

  return (
    <>
      {name ? <input type="hidden" name={name} value={value} /> : null}
      <button
        ref={button}
        id={id}
        type="button"
        role="combobox"
        popoverTarget={`${listId}-box`}
        disabled={disabled}
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-haspopup="listbox"
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        className={controlLook(size, 'flex items-center justify-between gap-3 text-left')}
        onKeyDown={(event) => onKey(event.key) && event.preventDefault()}
      >
        <span className={cn('truncate', !chosen && 'text-subtle')}>{chosen?.label ?? placeholder}</span>
        <ChevronDown aria-hidden className="size-3.5 flex-none text-subtle" />
      </button>
      <OptionList
        ref={list}
        id={listId}
        mode="auto"
        label={label ?? 'Options'}
        options={options}
        active={active}
        chosen={value}
        onToggle={onToggle}
        onChoose={choose}
        onPoint={setActive}
      />
    </>
  )
}
