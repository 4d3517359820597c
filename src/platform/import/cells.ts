import { z } from 'zod'
import { isDay } from '@/kernel/period'

const trimmed = (max: number) => z.string().trim().max(max, `is longer than ${max} characters`)

/** Cells of a file as text: what a column must look like, with the sentence that says so. */
export const cell = {
  /** Text that must be there. */
  text: (max = 255) => trimmed(max).min(1, 'is empty'),
  /** Text that may be missing. */
  optional: (max = 255) => trimmed(max).default(''),
  /** A decimal number of up to `decimals` places, as micro-units. */
  micro: () => decimal().transform((value) => Math.round(Number(value) * 1e6)),
  /** A quantity, zero allowed, as text with up to six decimals. */
  quantity: () => decimal().refine((value) => !value.startsWith('-'), 'must not be negative'),
  /** A day, or nothing. */
  day: () => z.string().trim().refine((value) => value === '' || isDay(value), 'is not a day like 2026-07-01'),
  /** 0 or 1. */
  yesNo: () => z.enum(['0', '1'], 'must be 0 or 1').transform((value) => value === '1'),
}

function decimal() {
  return z
    .string()
    .trim()
    .regex(/^-?\d*\.?\d{0,6}$/, 'is not a number with up to six decimals')
    .transform((value) => (value === '' || value === '.' ? '0' : value.startsWith('.') ? `0${value}` : value))
}
