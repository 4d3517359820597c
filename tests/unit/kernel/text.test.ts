import { parse } from 'csv-parse/sync'
import fc from 'fast-check'

import { csvCell, csvRow } from '@/kernel/csv'
import { canonicalJson, inputHash } from '@/kernel/idempotency'
import { quantity } from '@/kernel/quantity'
import { prefixQuery, searchWords } from '@/kernel/search-words'
import { slugify } from '@/kernel/slug'
import { wordsFor } from '@/kernel/words'

describe('csv', () => {
  it.each(['=1+1', '+cmd|calc', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '"=1', '＝1', '+49 123', '-'])(
    'neutralises %p',
    (text) => {
      expect(csvCell(text).replaceAll('"', '')).toMatch(/^'/)
    },
  )

  it('keeps numbers, plain text and emptiness', () => {
    expect(['-12.50', -12.5, 5n, true, null, undefined, 'plain', "O'Hara"].map(csvCell)).toEqual([
      '-12.50',
      '-12.5',
      '5',
      'true',
      '',
      '',
      'plain',
      "O'Hara",
    ])
  })

  it('quotes as RFC 4180 says and is read back by a CSV parser', () => {
    expect(csvRow(['a,b', 'say "x"', 'two\nlines'])).toBe('"a,b","say ""x""","two\nlines"\r\n')
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 2, maxLength: 5 }), (cells) => {
        const rows: string[][] = parse(csvRow(cells), { record_delimiter: '\r\n', relax_column_count: true })
        expect(rows[0]?.map((cell, index) => cell === cells[index] || cell === `'${cells[index]}`)).toEqual(
          cells.map(() => true),
        )
      }),
    )
  })
})

describe('words of texts', () => {
  it('makes slugs', () => {
    expect([slugify('Große Räder 29″'), slugify('  --  '), slugify('A'.repeat(100)).length, slugify('a b', 2)]).toEqual(
      ['grosse-rader-29', '', 80, 'a'],
    )
  })

  it('turns any search text into a harmless prefix query', () => {
    expect(prefixQuery('BK-R93R 62')).toBe("'bk':* & 'r93r':* & '62':*")
    expect([prefixQuery('axle 7'), prefixQuery('axle 7', 'A')]).toEqual(["'axle':* & '7'", "'axle':*A & '7':A"])
    expect([prefixQuery("' | ! & ( ) :* \\"), searchWords('a a A')]).toEqual([null, ['a']])
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) =>
        expect(prefixQuery(text) ?? "'x':*").toMatch(/^'[\p{L}\p{M}\p{N}]+'(:\*)?( & '[\p{L}\p{M}\p{N}]+'(:\*)?)*$/u),
      ),
    )
  })

  it('speaks values in the locale and zone of the reader', () => {
    const words = wordsFor({ locale: 'en-US', zone: 'America/New_York' })
    expect([words.money(123456, 'USD'), words.quantity(quantity('2.5'), 'kg'), words.quantity(quantity(3))]).toEqual([
      '$1,234.56',
      '2.5 kg',
      '3',
    ])
    expect(words.day('2026-07-01')).toBe('Jul 1, 2026')
    expect(words.instant('2026-07-01T03:30:00Z').replace(/\s/g, ' ')).toBe('Jun 30, 2026, 11:30 PM')
  })
})

describe('S18 hash of an input', () => {
  it('S18 does not depend on the order of keys and does depend on values', () => {
    expect(inputHash({ a: 1, b: [quantity(2)] })).toBe(inputHash({ b: [quantity(2)], a: 1, c: undefined }))
    expect(inputHash({ a: 1 })).not.toBe(inputHash({ a: '1' }))
    expect(inputHash({ a: 1 })).toMatch(/^[0-9a-f]{64}$/)
    expect(canonicalJson({ at: new Date(0), list: [undefined, NaN], q: 5n })).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","list":[null,null],"q":5n}',
    )
  })
})
