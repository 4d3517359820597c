// First of all: the environment names a Redis before anything reads it.
import { redis } from '@tests/setup/redis'

import { afterAll, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'
import { env } from '@/platform/env'
import { addPoints, closeLimits } from '@/platform/limits/store'
import { ownerQuery } from '@tests/setup/database'
import { limitsContract } from './limits-contract'

afterAll(() => redis.stop())

limitsContract('Redis')

test('6.5: REDIS_URL moves the counts, and nothing of them lies in the database', async () => {
  expect(env.REDIS_URL).toBe(redis.url)
  await addPoints('c:where', 1, 3_600)
  const client = new Redis(redis.url)
  expect(await client.get('l3600:c:where')).toBe('1')
  await client.quit()
  expect(await ownerQuery("select 1 from rate_limits where key like '%c:where'")).toHaveLength(0)
})

test('6.5: while Redis is away a process counts alone instead of refusing', async () => {
  await redis.stop()
  await closeLimits()
  expect((await addPoints('c:alone', 1, 3_600)).points).toBe(1)
  expect((await addPoints('c:alone', 1, 3_600)).points).toBe(2)
  await closeLimits()
})
