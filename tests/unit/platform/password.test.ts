import { describe, expect, test } from '@jest/globals'

import { assertPassword, missingGrants } from '@/domain/identity/rules'
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
  test.each(['short', 'a'.repeat(129), 'aaaaaaaaaaaa', 'somebody@example.com', 'password123'])('%s is refused', (password) => {
    expect(() => assertPassword(password, { email: 'somebody@example.com', name: 'Some Body' })).toThrow()
  })

  test('a long sentence is fine', () => {
    expect(() => assertPassword('four words make one', { email: 'somebody@example.com' })).not.toThrow()
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
