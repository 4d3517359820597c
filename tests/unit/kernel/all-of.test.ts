import { describe, expect, test } from '@jest/globals'

import { allOf } from '@/kernel/all-of'

const after = <T>(turns: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), turns))

describe('several works begun at once', () => {
  test('answer in the order they were given', async () => {
    expect(await allOf(after(3, 'slow'), 7, after(1, 'fast'))).toEqual(['slow', 7, 'fast'])
  })

  test('fail with the first in that order, after every one has ended', async () => {
    let hasEnded = false
    const long = after(5, undefined).then(() => {
      hasEnded = true
    })
    const late = after(3, undefined).then(() => Promise.reject(new Error('first in order')))
    const early = Promise.reject(new Error('first in time'))
    await expect(allOf(long, late, early)).rejects.toThrow('first in order')
    expect(hasEnded).toBe(true)
  })
})
