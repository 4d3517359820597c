import { randomBytes } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'

import { seal, unseal, keyIdOf } from '@/platform/keys/keys'
import { openIn, parseKeyRing, sealIn } from '@/platform/keys/ring'

const place = { table: 'people', row: '1', column: 'name', tenant: 'T' }
const key = () => randomBytes(32).toString('base64')

describe('PF13, 6.6: the key ring', () => {
  test('seals with the first key and opens with all of them', () => {
    const [one, two] = [key(), key()]
    const old = sealIn(parseKeyRing(`k1:${one}`), 'a secret', place)
    const ring = parseKeyRing(`k2:${two},k1:${one}`)
    expect(keyIdOf(old)).toBe('k1')
    expect(openIn(ring, old, place)).toBe('a secret')
    const fresh = sealIn(ring, 'a secret', place)
    expect(keyIdOf(fresh)).toBe('k2')
    expect(fresh).not.toContain('a secret')
    expect(sealIn(ring, 'a secret', place)).not.toBe(fresh)
    expect(() => openIn(parseKeyRing(`k1:${one}`), fresh, place)).toThrow('The data key k2 is not in TF_DATA_KEYS.')
  })

  test.each([
    ['table', { ...place, table: 'users' }],
    ['row', { ...place, row: '2' }],
    ['column', { ...place, column: 'email' }],
    ['tenant', { ...place, tenant: 'U' }],
  ])('a value copied to another %s does not open', (_, elsewhere) => {
    expect(() => unseal(seal('x', place), elsewhere)).toThrow()
  })

  test('a changed value does not open, whichever part was changed', () => {
    const parts = seal('a longer secret', place).split(':')
    for (const at of [2, 3, 4]) {
      const changed = parts.map((part, index) =>
        index === at ? `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}` : part,
      )
      expect(() => unseal(changed.join(':'), place)).toThrow()
    }
    expect(() => unseal(`${parts.slice(0, 4).join(':')}:${parts[4]?.slice(0, 6)}`, place)).toThrow()
    expect(() => unseal('plain', place)).toThrow('not a sealed value')
  })

  test.each([
    ['nothing', '', 'holds no key'],
    ['too short a key', 'k1:c2hvcnQ=', 'holds entries like'],
    ['one id twice', `k1:${key()},k1:${key()}`, 'twice'],
    ['an example key', `k1:${Buffer.alloc(32, 7).toString('base64')}`, 'is not random'],
    ['a key without an id', key(), 'holds entries like'],
  ])('%s is refused', (_, text, sentence) => {
    expect(() => parseKeyRing(text)).toThrow(sentence)
  })
})
