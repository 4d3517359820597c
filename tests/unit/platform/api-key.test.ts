import { describe, expect, it } from '@jest/globals'
import { isWithin, networkOf } from '@/platform/access/addresses'
import { keyHash, keyOf, keyText, newPrefix, newSecret } from '@/platform/access/api-key'

const bearer = (value: string) => new Headers({ authorization: value })

describe('the text of an API key', () => {
  it('is read from a Bearer header only, whole or not at all', () => {
    const key = { prefix: newPrefix(), secret: newSecret() }
    const text = keyText(key)
    expect(text).toMatch(/^tf_live_[a-z0-9]{8}_[A-Za-z0-9]{32}$/)
    expect(keyOf(bearer(`Bearer ${text}`))).toEqual(key)
    expect(keyOf(bearer(`bearer ${text}`))).toEqual(key)
    expect(keyOf(bearer(`JWT ${text}`))).toBeNull()
    expect(keyOf(bearer(text))).toBeNull()
    expect(keyOf(new Headers())).toBeNull()
    expect(keyOf(bearer('Bearer eyJhbGciOi'))).toBeNull()
    for (const broken of [text.slice(0, -1), `${text}x`, text.toUpperCase().replace('TF_LIVE_', 'tf_live_')]) expect(keyOf(bearer(`Bearer ${broken}`))).toBe('broken')
  })

  it('is never twice the same, and neither is its hash', () => {
    const keys = Array.from({ length: 200 }, () => ({ prefix: newPrefix(), secret: newSecret() }))
    expect(new Set(keys.map(keyText)).size).toBe(200)
    expect(new Set(keys.map((key) => keyHash(key).toString('hex'))).size).toBe(200)
  })
})

describe('networks a key may come from', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7/32'],
    ['203.0.113.7/24', '203.0.113.0/24'],
    [' 10.0.0.0/8 ', '10.0.0.0/8'],
    ['2001:DB8::1', '2001:db8::1/128'],
    ['2001:db8::ff/64', '2001:db8::/64'],
    ['::ffff:203.0.113.7', '203.0.113.7/32'],
    ['300.1.1.1', null],
    ['203.0.113.0/33', null],
    ['', null],
    ['localhost', null],
  ])('%s is %s', (given, stored) => expect(networkOf(given)).toBe(stored))

  it('hold addresses of their kind, also IPv4 written as IPv6, and no unknown one', () => {
    expect(isWithin('198.51.100.1', null)).toBe(true)
    expect(isWithin(null, [])).toBe(true)
    expect(isWithin(null, ['203.0.113.0/24'])).toBe(false)
    expect(isWithin('::ffff:203.0.113.9', ['203.0.113.0/24'])).toBe(true)
    expect(isWithin('203.0.114.9', ['203.0.113.0/24', '2001:db8::/64'])).toBe(false)
    expect(isWithin('2001:db8::9', ['203.0.113.0/24', '2001:db8::/64'])).toBe(true)
    expect(isWithin('what', ['0.0.0.0/0'])).toBe(false)
  })
})
