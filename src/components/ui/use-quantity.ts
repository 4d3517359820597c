import { useState } from 'react'

export interface QuantityRange {
  defaultValue?: number | undefined
  value?: number | undefined
  min?: number | undefined
  max?: number | undefined
  /** Pack size: buttons move by it. */
  step?: number | undefined
  /** Called with a settled number: after a press of a button, on blur and on Enter, never per key. */
  onCommit?: ((quantity: number) => void) | undefined
}

export interface QuantityState {
  text: string
  type: (text: string) => void
  /** Turns what was typed into a number in range and reports it; what is no number goes back to the last one. */
  settle: () => void
  step: (direction: 1 | -1) => void
  atLeast: boolean
  atMost: boolean
}

/** A quantity being typed: the text on the screen and the number last agreed on. */
export function useQuantity({
  value,
  defaultValue,
  min = 0,
  max = 999_999_999,
  step = 1,
  onCommit,
}: QuantityRange): QuantityState {
  const given = value ?? defaultValue ?? Math.max(min, 1)
  const [text, setText] = useState(String(given))
  const [settled, setSettled] = useState(given)
  const [seen, setSeen] = useState(value)
  if (value !== undefined && value !== seen) {
    setSeen(value)
    setSettled(value)
    setText(String(value))
  }
  const commit = (wanted: number): void => {
    const next = Number.isFinite(wanted) ? roundTo6(Math.min(max, Math.max(min, wanted))) : settled
    setText(String(next))
    if (next === settled) return
    setSettled(next)
    onCommit?.(next)
  }
  return {
    text,
    type: (typed) => setText(typed.replace(',', '.')),
    settle: () => commit(text.trim() === '' ? Number.NaN : Number(text)),
    step: (direction) => commit(stepped(settled, direction, { min, step })),
    atLeast: settled <= lowest({ min, step }),
    atMost: settled >= max,
  }
}

/** Where a button leads from a quantity; what was typed below its lowest step stays where it is. */
export function stepped(from: number, direction: 1 | -1, range: { min: number; step: number }): number {
  const next = from + direction * range.step
  return direction === 1 ? next : Math.min(from, Math.max(lowest(range), next))
}

// What may be typed can be tiny (0.001 kg): buttons move in whole steps and stop at one of them.
const lowest = ({ min, step }: { min: number; step: number }): number => (min > 0 && min < Math.min(step, 1) ? step : min)

/** Quantities have six decimals; binary floats must not show a seventh. */
const roundTo6 = (quantity: number): number => Math.round(quantity * 1e6) / 1e6
