'use client'

import { Search } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { controlLook, type ControlSize } from '@/components/ui/input'
import { optionForKey } from '@/components/ui/listbox'
import type { RichOption } from '@/components/ui/option-face'
import { OptionList } from '@/components/ui/option-list'
import { placeBeside } from '@/components/ui/placement'
import { useOptions, type LoadOptions } from '@/components/ui/use-options'

export interface ComboboxProps {
  /** Finds options; keep it stable (outside the component or in `useCallback`). */
  load: LoadOptions
  onSelect: (option: RichOption) => void
  label?: string | undefined
  id?: string | undefined
  placeholder?: string | undefined
  size?: ControlSize | undefined
  /** Empties the field after a choice: for adding line after line. */
  clearOnSelect?: boolean | undefined
  defaultText?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: true | undefined
}

const SENTENCES = {
  idle: '',
  loading: 'Searching…',
  ready: 'Nothing found',
  failed: 'The search did not answer. Type again.',
}

/** A field that searches as one types and takes one of the answers: a product for an order line, a dealer, an address. */
export function Combobox(props: ComboboxProps) {
  const { load, onSelect, label, id, placeholder, size, clearOnSelect, defaultText = '' } = props
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState(defaultText)
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { options, state } = useOptions(load, words, open)
  // Answers change its height, and there may be more room above.
  useEffect(() => {
    if (open && list.current && input.current) placeBeside(input.current, list.current, {})
  }, [open, options])

  const show = (): void => {
    if (!list.current || !input.current || open) return
    list.current.showPopover()
    list.current.style.minWidth = `${input.current.offsetWidth}px`
  }
  const choose = (option: RichOption | undefined): void => {
    if (!option || option.disabled) return
    setWords(clearOnSelect ? '' : option.label)
    list.current?.hidePopover()
    onSelect(option)
  }
  const onOpenKey = (key: string): boolean => {
    if (key === 'Enter') choose(options[active])
    else if (key === 'Escape') list.current?.hidePopover()
    else if (key.startsWith('Arrow')) setActive(optionForKey(key, options, active) ?? active)
    return ['Enter', 'Escape', 'ArrowDown', 'ArrowUp'].includes(key)
  }
  const onKey = (key: string): boolean => {
    if (open) return onOpenKey(key)
    if (key === 'ArrowDown') show()
    return key === 'ArrowDown'
  }

  return (
    <span className="adorned">
      <Search aria-hidden />
      <input
        ref={input}
        id={id}
        value={words}
        role="combobox"
        autoComplete="off"
        placeholder={placeholder}
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && options[active] ? `${listId}-${active}` : undefined}
        aria-describedby={props['aria-describedby']}
        aria-invalid={props['aria-invalid']}
        className={controlLook(size)}
        onChange={(event) => {
          setWords(event.target.value)
          setActive(0)
          show()
        }}
        onKeyDown={(event) => onKey(event.key) && event.preventDefault()}
        onBlur={() => list.current?.hidePopover()}
      />
      <OptionList
        ref={list}
        id={listId}
        mode="manual"
        label={label ?? 'Suggestions'}
        options={options}
        active={active}
        empty={SENTENCES[state]}
        onToggle={setOpen}
        onChoose={choose}
        onPoint={setActive}
      />
    </span>
  )
}
