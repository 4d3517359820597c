// First of all: the environment names a Redis before anything reads it.
import { redis } from '@tests/setup/redis'

import { afterAll, expect, test } from '@jest/globals'
import { Redis } from 'ioredis'

import { env } from '@/platform/env'
import { ownerQuery } from '@tests/setup/database'
import { queueContract } from './queue-contract'

afterAll(() => redis.stop())

test('REDIS_URL moves the queues', async () => {
  expect(env.REDIS_URL).toBe(redis.url)
  expect(await ownerQuery('select 1 from bullmq.job')).toHaveLength(0)
})

queueContract('Redis', async () => {
  const client = new Redis(redis.url)
  for (const type of ['normal', 'pubsub']) await client.call('client', 'kill', 'type', type, 'skipme', 'yes')
  await client.quit()
})
