import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

/**
 * What does not fit of an input, in words that go on after the name of its field: `is missing`, `must be a whole
 * number`. Schemas with a sentence of their own keep it. Undefined for what zod says well enough.
 */
export function inputWords(issue: Issue): string | undefined {
  const words = BY_CODE[issue.code ?? '']
  return words?.(issue as Issue & Facts)
}

interface Facts {
  expected?: string
  origin?: string
  format?: string
  minimum?: number | bigint
  maximum?: number | bigint
  inclusive?: boolean
  values?: readonly unknown[]
  options?: readonly unknown[]
  note?: string
}

type Words = (facts: Issue & Facts) => string

const MOST_CHOICES = 20

const KINDS: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
  null: 'null',
}

const FORMATS: Record<string, string> = {
  uuid: 'must be an id',
  email: 'must be an e-mail address',
  url: 'must be a web address',
  date: 'must be a day like 2026-01-31',
  datetime: 'must be a time like 2026-01-31T12:00:00Z',
}

const BY_CODE: Record<string, Words> = {
  invalid_type: ({ input, expected = '' }) =>
    input === undefined ? 'is missing' : `must be ${KINDS[expected] ?? 'of another kind'}`,
  invalid_format: ({ format = '' }) => FORMATS[format] ?? 'has the wrong form',
  invalid_value: ({ input, values = [] }) => (input === undefined ? 'is missing' : oneOf(values)),
  invalid_union: ({ input, options }) =>
    input === undefined ? 'is missing' : options ? oneOf(options) : 'has the wrong form',
  invalid_key: () => 'is a name with the wrong form',
  too_small: ({ origin, minimum = 0, inclusive = true }) =>
    bounded(origin, inclusive ? 'at least' : 'more than', minimum),
  too_big: ({ origin, maximum = 0, inclusive = true }) => bounded(origin, inclusive ? 'at most' : 'less than', maximum),
}

function oneOf(values: readonly unknown[]): string {
  const shown = values.slice(0, MOST_CHOICES).map(String).join(', ')
  if (values.length === 1) return `must be ${shown}`
  return values.length > MOST_CHOICES ? 'is none of the values that are possible here' : `must be one of ${shown}`
}

function bounded(origin: string | undefined, how: string, bound: number | bigint): string {
  const unit = Number(bound) === 1 ? '' : 's'
  if (origin === 'string') return `must have ${how} ${bound} character${unit}`
  if (origin === 'array' || origin === 'set') return `must have ${how} ${bound} entr${unit ? 'ies' : 'y'}`
  return `must be ${how} ${bound}`
}
