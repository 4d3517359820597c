'use client'

import { Minus, Plus } from 'lucide-react'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'

export interface QuantityStepperProps {
  /** Names the field for screen readers: "Quantity of Brake pad". */
  label: string
  name?: string | undefined
  id?: string | undefined
  defaultValue?: number | undefined
  value?: number | undefined
  min?: number | undefined
  max?: number | undefined
  /** Pack size: buttons move by it. */
  step?: number | undefined
  disabled?: boolean | undefined
  size?: 'sm' | 'md' | undefined
  /** Called with a settled number: after a press of a button, on blur and on Enter, never per key. */
  onCommit?: ((quantity: number) => void) | undefined
}

/** A quantity with minus and plus; typing works as in any field, arrow keys step. */
export function QuantityStepper(props: QuantityStepperProps) {
  const { label, name, id, min = 0, max = 999_999_999, step = 1, disabled, size } = props
  const given = props.value ?? props.defaultValue ?? Math.max(min, 1)
  const [text, setText] = useState(String(given))
  const [settled, setSettled] = useState(given)
  if (props.value !== undefined && props.value !== settled) {
    setSettled(props.value)
    setText(String(props.value))
  }

  const settle = (wanted: number): void => {
    const next = Number.isFinite(wanted) ? roundTo6(Math.min(max, Math.max(min, wanted))) : settled
    setText(String(next))
    if (next === settled) return
    setSettled(next)
    props.onCommit?.(next)
  }
  const onKey = (key: string): boolean => {
    if (key === 'Enter') settle(Number(text))
    const move = key === 'ArrowUp' ? step : key === 'ArrowDown' ? -step : 0
    if (move !== 0) settle(settled + move)
    return move !== 0
  }

  return (
    <span className={cn('stepper', size === 'sm' && 'stepper-sm')} role="group" aria-label={label}>
      <button
        type="button"
        aria-label="Less"
        disabled={disabled || settled <= min}
        onClick={() => settle(settled - step)}
      >
        <Minus aria-hidden className="size-3.5" />
      </button>
      <input
        id={id}
        name={name}
        value={text}
        disabled={disabled}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        onChange={(event) => setText(event.target.value.replace(',', '.'))}
        onFocus={(event) => event.target.select()}
        onBlur={() => settle(text.trim() === '' ? NaN : Number(text))}
        onKeyDown={(event) => {
          if (onKey(event.key)) event.preventDefault()
        }}
      />
      <button
        type="button"
        aria-label="More"
        disabled={disabled || settled >= max}
        onClick={() => settle(settled + step)}
      >
        <Plus aria-hidden className="size-3.5" />
      </button>
    </span>
  )
}

/** Quantities have six decimals; binary floats must not show a seventh. */
const roundTo6 = (quantity: number): number => Math.round(quantity * 1e6) / 1e6
