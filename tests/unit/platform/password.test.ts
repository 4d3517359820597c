import { describe, expect, test } from '@jest/globals'

import { assertPassword } from '@/domain/identity/assert-password'
import { daysLeft, strictest } from '@/domain/identity/password-rules'
import { missingGrants } from '@/domain/identity/rules'
import { inHashTurn } from '@/platform/password'

describe('hashing takes turns (PF7)', () => {
  test('two at a time, and the fifty-third is sent away', async () => {
    let running = 0
    let most = 0
    const work = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 2))
      running -= 1
    }
    const outcomes = await Promise.allSettled(Array.from({ length: 60 }, () => inHashTurn(work)))
    expect(most).toBe(2)
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect(refused).toEqual(Array.from({ length: 8 }, () => 'SERVER_BUSY'))
    await expect(inHashTurn(() => Promise.resolve('again'))).resolves.toBe('again')
  })

  test('a failure gives its turn back', async () => {
    await Promise.allSettled([1, 2, 3].map(() => inHashTurn(() => Promise.reject(new Error('no')))))
    await expect(inHashTurn(() => Promise.resolve('again'))).resolves.toBe('again')
  })
})

describe('passwords', () => {
  const person = { email: 'somebody@harbor.example', name: 'Some Body', organizations: ['Harbor Bikes'] }
  const modern = { minimum: 12, needsClasses: false, history: 5, maxDays: null }
  const refusal = (password: string, rules?: typeof modern) => {
    try {
      assertPassword(password, person, rules)
      return null
    } catch (error) {
      return (error as { details: { message: string }[] }).details[0]?.message
    }
  }

  test.each([
    ['Sh0rt!', 'is too short'],
    [`Aa1!${'x'.repeat(125)}`, 'is too long'],
    ['wholly new way 1!', 'needs a capital letter'],
    ['WHOLLY-NEW', 'needs a small letter and a digit'],
    ['Whollynew1', 'needs a sign'],
    ['Somebody-17!', 'contains "somebody"'],
    ['My-Bikes-2026', 'contains "bikes"'],
    ['P@ssw0rd!1', 'is easy to guess'],
    ['Summer-2026', 'is easy to guess'],
    ['Aa1!Aa1!Aa1!', 'is easy to guess'],
  ])('classic: %s %s', (password, message) => {
    expect(refusal(password)).toBe(message)
  })

  test.each(['Thoroughfare-2026', 'Pläne-für-2027', 'four Words 4 one.'])('classic: %s is fine', (password) => {
    expect(refusal(password)).toBeNull()
  })

  test('modern: length instead of kinds, and nothing common', () => {
    expect(refusal('four words make one', modern)).toBeNull()
    expect(refusal('Sh0rter-1!', modern)).toBe('is too short')
    expect(refusal('passwordpassword', { ...modern, minimum: 8 })).not.toBeNull()
  })

  test('of several organizations the strictest rules count', () => {
    const classic = { minimum: 8, needsClasses: true, history: 3, maxDays: 90 }
    expect(strictest([modern, classic])).toEqual({ minimum: 12, needsClasses: true, history: 5, maxDays: 90 })
    expect(strictest([])).toEqual({ minimum: 8, needsClasses: true, history: 5, maxDays: null })
  })

  test('a password grows old on the day, not before', () => {
    const rules = { ...modern, maxDays: 90 }
    const set = new Date('2026-01-01T12:00:00Z')
    expect(daysLeft(set, new Date('2026-03-31T12:00:00Z'), rules)).toBe(1)
    expect(daysLeft(set, new Date('2026-04-01T12:00:00Z'), rules)).toBe(0)
    expect(daysLeft(set, new Date('2036-04-01T12:00:00Z'), modern)).toBeNull()
  })
})

describe('a grantor never gives more than it holds', () => {
  const grant = (permission: string, reach: 'own' | 'branch' | 'organization' | 'network', branch: string | null = null) => ({ permission, reach, branch })

  test.each([
    ['the same', [grant('a.b', 'organization')], [grant('a.b', 'organization')], 0],
    ['less far', [grant('a.b', 'network')], [grant('a.b', 'organization')], 0],
    ['farther', [grant('a.b', 'organization')], [grant('a.b', 'network')], 1],
    ['another permission', [grant('a.b', 'network')], [grant('c.d', 'own')], 1],
    ['the whole organization out of one branch', [grant('a.b', 'branch', 'x')], [grant('a.b', 'branch')], 1],
    ['another branch', [grant('a.b', 'branch', 'x')], [grant('a.b', 'branch', 'y')], 1],
    ['one branch out of the whole', [grant('a.b', 'organization')], [grant('a.b', 'organization', 'x')], 0],
  ])('%s', (_, held, wanted, missing) => {
    expect(missingGrants(held, wanted).length).toBe(missing)
  })
})
