import { MASKED } from '@/kernel/data-class'

/** Always, wherever they stand: names that hold secrets, also outside of any collection. */
const SECRETS = ['password', 'token', 'secret', 'sealedToken', 'hash', 'salt', 'authorization', 'cookie', 'set-cookie', 'signature']

const MOST_DEPTH = 6

const shared = globalThis as typeof globalThis & { thoroughfareRedacted?: Set<string> }
const names = (shared.thoroughfareRedacted ??= new Set(SECRETS))

/**
 * Adds names of fields that logs never show: the registry's personal and restricted ones. A name that other fields have
 * for harmless things (`name`) is not among them; logs are given ids, not rows.
 */
export function redactNames(more: Iterable<string>): void {
  for (const name of more) names.add(name)
}

/** A copy of what is logged with the values of such names masked. Errors and what is not plain stay as they are. */
export function redacted(value: Record<string, unknown>): Record<string, unknown> {
  return redactedObject(value, 0)
}

function redactedObject(value: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, names.has(key) && one !== null ? MASKED : redactedValue(one, depth + 1)]))
}

function redactedValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > MOST_DEPTH) return value
  if (Array.isArray(value)) return value.map((one) => redactedValue(one, depth + 1))
  return isPlain(value) ? redactedObject(value, depth) : value
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as unknown
  return prototype === Object.prototype || prototype === null
}
