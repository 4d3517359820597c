import { isDomainError } from '@/kernel/errors'
import { quantity, type Quantity } from '@/kernel/quantity'

/** One line of pasted text: what it asks for, or the sentence that says what is wrong with it. */
export type PastedLine =
  | { line: number; text: string; sku: string; quantity: Quantity; unit: string | undefined }
  | { line: number; text: string; problem: string }

const SHAPE = /^(\S+?)(?:\s*[,;\t]\s*|\s+)([\d.]+)(?:(?:\s*[,;\t]\s*|\s+)(\S+))?$/

/**
 * Reads lines of `SKU quantity [unit]`, parted by spaces, tabs, commas or semicolons; empty lines are skipped. Line
 * numbers are those of the text.
 */
export function readPastedLines(text: string): PastedLine[] {
  return text.split(/\r?\n/).flatMap((raw, index): PastedLine[] => {
    const line = { line: index + 1, text: raw.trim() }
    if (line.text === '') return []
    const match = SHAPE.exec(line.text)
    const [, sku = '', amount = '', unit] = match ?? []
    if (!match) return [{ ...line, problem: 'Write a SKU, a quantity and perhaps a unit, for example: BK-100 12 CASE.' }]
    const read = quantityOf(amount)
    if (typeof read === 'string') return [{ ...line, problem: read }]
    return [{ ...line, sku, quantity: read, unit: unit?.slice(0, 12) }]
  })
}

function quantityOf(text: string): Quantity | string {
  try {
    const value = quantity(text)
    return value > 0n ? value : 'The quantity must be greater than zero.'
  } catch (error) {
    if (isDomainError(error)) return error.message
    throw error
  }
}
