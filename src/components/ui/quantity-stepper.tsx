'use client'

import { Minus, Plus } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import { useQuantity, type QuantityRange } from '@/components/ui/use-quantity'

export interface QuantityStepperProps extends QuantityRange {
  /** Names the field for screen readers: "Quantity of Brake pad". */
  label: string
  name?: string | undefined
  id?: string | undefined
  disabled?: boolean | undefined
  size?: 'sm' | 'md' | undefined
}

/** A quantity with minus and plus; typing works as in any field, arrow keys step. */
export function QuantityStepper(props: QuantityStepperProps) {
  const { label, name, id, disabled, size } = props
  const { text, type, settle, step, atLeast, atMost } = useQuantity(props)
  return (
    <span className={cn('stepper', size === 'sm' && 'stepper-sm')} role="group" aria-label={label}>
      <button type="button" aria-label="Less" disabled={disabled || atLeast} onClick={() => step(-1)}>
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
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle()
          const move = STEPS[event.key]
          if (!move) return
          event.preventDefault()
          step(move)
        }}
      />
      <button type="button" aria-label="More" disabled={disabled || atMost} onClick={() => step(1)}>
        <Plus aria-hidden className="size-3.5" />
      </button>
    </span>
  )
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: 1, ArrowDown: -1 }
