import fc from 'fast-check'

/** Texts that have broken programs: empty, NUL, halves of characters, wild cards, quotes, impossible dates, very long. */
export const NASTY_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '\t\n',
    '\0',
    'a\0b',
    '\ud800',
    'x\udfffy',
    '\u202eabc',
    '\u{1d4b3}'.repeat(60),
    'é'.normalize('NFD'),
    '٣',
    '１２',
  ],
  ...[
    '%',
    '_',
    '\\',
    '%%%%%%%%',
    "'",
    '"',
    "'; drop table orders; --",
    '${7*7}',
    '{{7*7}}',
    '{}',
    '{a,b}',
    '<svg onload=alert(1)>',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../../etc/passwd',
    'a/b',
    '//x',
    'javascript:alert(1)',
    '=1+1',
    '\r\nX-Evil: 1',
  ],
  ...[
    'null',
    'undefined',
    'true',
    'NaN',
    'Infinity',
    '-Infinity',
    '[]',
    '[object Object]',
    '-0',
    '-1',
    '0',
    '0.5',
    '1e5',
    '1e400',
    '0x10',
  ],
  ...[
    '0.0000001',
    '00000000000000000001',
    '99999999999999999999',
    '9223372036854775808',
    '-9223372036854775809',
    '1.7976931348623157e309',
  ],
  ...[
    '2026-02-30',
    '2026-13-01',
    '0000-01-01',
    '0001-01-01',
    '9999-12-31',
    '-000001-01-01',
    '+275760-09-13',
    '10000-01-01',
    '2026-01-01T25:00:00Z',
  ],
  ...[
    '2026-01-01T00:00:00.000Z',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999Z',
    '+275760-09-13T00:00:00.000Z',
    '2026-01-01T00:00:00+14:00',
  ],
  ...[
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '00000000-0000-7000-8000-000000000000',
    'not-an-id',
  ],
  ...[
    'a@b',
    '@',
    'a@b.c\0',
    `${'a'.repeat(70)}@example.com`,
    'Etc/Nowhere',
    'America/New_York',
    'xx-XX',
    'tlh',
    'USD',
    'usd',
    'ZZZ',
  ],
  ...['x'.repeat(256), 'x'.repeat(5_000), '9'.repeat(400), '('.repeat(300), 'a+'.repeat(200), '\u0301'.repeat(500)],
]

const NASTY_NUMBERS = [
  0,
  -0,
  -1,
  1,
  0.5,
  -0.1,
  1e-7,
  1.0000001,
  255,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53 - 1,
  2 ** 53,
  -(2 ** 63),
  1e21,
  1e308,
  -1e308,
]

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: [deep(levels - 1)] })

/** A text nobody should be hurt by. */
export const nastyText: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: fc.constantFrom(...NASTY_TEXTS), weight: 8 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 1 },
  { arbitrary: fc.string({ maxLength: 20 }), weight: 1 },
)

/** A value of any JSON type where another one was asked for. */
export const nasty: fc.Arbitrary<unknown> = fc.oneof(
  { arbitrary: nastyText, weight: 6 },
  { arbitrary: fc.constantFrom<unknown>(...NASTY_NUMBERS), weight: 4 },
  {
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      false,
      [],
      {},
      [[]],
      [null],
      [{}],
      { equals: 1 },
      { $gt: '' },
      deep(4),
      deep(15),
    ),
    weight: 4,
  },
  { arbitrary: nastyText.map((text) => [text]), weight: 1 },
  { arbitrary: fc.integer({ min: 150, max: 1_200 }).map((length) => Array.from({ length }, (_, n) => n)), weight: 1 },
  { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 },
)

/** What stands where JSON should: pieces of it, other encodings, no object at all. */
export const BROKEN_BODIES: readonly string[] = [
  ...[
    '{',
    '[1',
    '"',
    'nul',
    '{"a":1}}',
    '\0',
    '[]',
    '1',
    '"text"',
    'null',
    'true',
    '{"a":1e999}',
    '{"a":01}',
    "{'a':1}",
  ],
  ...[
    '{"a":"\\ud800"}',
    '{"__proto__":{"isAdmin":true}}',
    '{"name":"a","name":"b"}',
    '\ufeff{}',
    `{"a":${'['.repeat(30)}${']'.repeat(30)}}`,
    '{"a":"\u0000"}',
  ],
]

/** Headers that say what a body is; the first is the right one. */
export const CONTENT_TYPES: readonly (string | null)[] = [
  ...[
    'application/json',
    'application/json; charset=utf-16',
    'APPLICATION/JSON',
    'text/plain',
    'text/json',
    'application/x-www-form-urlencoded',
  ],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'multipart/mixed; boundary=""',
    'application/merge-patch+json',
    ';',
    null,
  ],
]

/** Keys of repeatable requests. */
export const IDEMPOTENCY_KEYS: readonly string[] = [
  'fuzz-1',
  'fuzz-2',
  '',
  ' ',
  'a b',
  'é',
  'x'.repeat(121),
  'x'.repeat(5_000),
  '"quoted"',
  "';--",
]

/** The text with whole characters only, as an address can hold it. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}
