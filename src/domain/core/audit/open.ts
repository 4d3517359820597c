import { openValue, subjectOfSealed } from '@/platform/privacy/sealed-value'
import { presentKeys } from '@/platform/privacy/subject-keys'
import type { Reader } from '@/platform/reader'

export type Changes = Record<string, { from: unknown; to: unknown }>

/** What is left of a value whose person was erased. */
export const ERASED = { erased: true } as const

/** What of an entry may be sealed. */
interface Sealed {
  changes: Changes
  ip: string | null
  agent: string | null
}

/** Opens the personal values of entries. Those of people who were erased become `{ erased: true }`, their origin null. */
export async function openEntries<T extends Sealed>(reader: Reader, entries: readonly T[]): Promise<T[]> {
  const subjects = entries.flatMap((entry) => valuesOf(entry).flatMap((value) => subjectOfSealed(value) ?? []))
  if (subjects.length === 0) return [...entries]
  const keys = await presentKeys((text, values, name) => reader.rows(text, values, name), subjects)
  const open = (field: string, value: unknown): unknown => {
    const subject = subjectOfSealed(value)
    if (subject === null) return value
    const key = keys.get(subject)
    return key ? openedOrErased(String(value), field, key) : ERASED
  }
  return entries.map((entry) => ({
    ...entry,
    changes: openChanges(entry.changes, open),
    ip: textOrNull(open('ip', entry.ip)),
    agent: textOrNull(open('agent', entry.agent)),
  }))
}

// Something written about a person after the erasure has a new key, which opens nothing from before. Whether a sealed
// value was changed is what the chain proves, not this.
function openedOrErased(value: string, field: string, key: Buffer): unknown {
  try {
    return openValue(value, field, key)
  } catch {
    return ERASED
  }
}

function openChanges(changes: Changes, open: (field: string, value: unknown) => unknown): Changes {
  return Object.fromEntries(Object.entries(changes).map(([field, { from, to }]) => [field, { from: open(field, from), to: open(field, to) }]))
}

function valuesOf({ changes, ip, agent }: Sealed): unknown[] {
  return [ip, agent, ...Object.values(changes).flatMap(({ from, to }) => [from, to])]
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
