import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'

import { inputWords } from '@/kernel/input-words'

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value, { error: inputWords }).error?.issues[0]?.message

describe('what is said of an input that does not fit', () => {
  test.each([
    ['is missing', z.string(), undefined],
    ['is missing', z.enum(['a', 'b']), undefined],
    ['must be a text', z.string(), 1],
    ['must be a number', z.coerce.number(), 'x'],
    ['must be a whole number', z.number().int(), 1.5],
    ['must be true or false', z.boolean(), 'true'],
    ['must be a list', z.array(z.string()), {}],
    ['must be an object', z.strictObject({}), []],
    ['must be an id', z.uuid(), 'x'],
    ['must be a day like 2026-01-31', z.iso.date(), '2026-02-30'],
    ['must be an e-mail address', z.email(), 'x'],
    ['has the wrong form', z.string().regex(/^a/), 'b'],
    ['must be one of a, b', z.enum(['a', 'b']), 'c'],
    ['must be a', z.literal('a'), 'c'],
    ['must have at most 1 character', z.string().max(1), 'xx'],
    ['must have at least 2 entries', z.array(z.string()).min(2), []],
    ['must be at most 4', z.number().max(4), 5],
    ['must be more than 0', z.number().positive(), 0],
  ] as const)('%s', (words, schema, value) => {
    expect(said(schema, value)).toBe(words)
  })

  test('a schema with a sentence of its own keeps it', () => {
    expect(said(z.string().regex(/^a/, { error: 'begins with a' }), 'b')).toBe('begins with a')
  })
})
