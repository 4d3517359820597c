import { parseMinor } from '@/kernel/currency'
import { ungrouped } from '@/kernel/ungrouped'

/** A trimmed text of a form, or undefined when it was left empty. */
export function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A whole number of a form; undefined when empty or not a number. */
export function wholeOf(form: FormData, name: string): number | undefined {
  const text = textOf(form, name)
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined
}

/** An amount typed in major units (1,250.50) as minor units; null when it is no amount of this currency. */
export function minorOf(text: string, currency: string): number | null {
  try {
    return parseMinor(ungrouped(text), currency)
  } catch {
    return null
  }
}

/** A quantity typed as a decimal number, or null. */
export function quantityOf(text: string): string | null {
  const plain = ungrouped(text)
  return /^-?\d+(\.\d{1,6})?$/.test(plain) ? plain : null
}

/** The object without what was left empty. */
export function given<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
}
