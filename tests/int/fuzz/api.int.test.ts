import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'

import { table } from '@/endpoints/table'
import { expectHealthy } from '@tests/builders/doctor'
import { drainJobs } from '@tests/builders/jobs'
import { figures, isLong, seed } from '@tests/int/profile'
import { faultIn } from './answers'
import { aGround, sendAs, type Ground } from './ground'
import { requestsFor } from './requests'

// Each of these computes a slow hash or ends the sessions of whoever asks.
const COSTLY = /\/(auth|users\/me)\//
const tally = new Map<string, number>()
let ground: Ground

beforeAll(async () => {
  ground = await aGround()
}, 120_000)

afterAll(() => {
  figures('fuzz-api', {
    seed,
    requests: [...tally.values()].reduce((sum, one) => sum + one, 0),
    byStatus: Object.fromEntries([...tally].sort()),
  })
})

const named = table.routes.map((route) => [`${route.method} ${route.path}`] as const)

describe('4.5: whatever /api/v1 is asked, it answers or refuses with a sentence', () => {
  test.each(named)(
    '%s',
    async (name) => {
      const operation = ground.operations.find(
        (one) => `${one.method} ${one.path.replaceAll(/\{(\w+)\}/g, ':$1')}` === name,
      )
      if (!operation) throw new Error(`OpenAPI does not know ${name}.`)
      const runs = Math.ceil((isLong ? 40 : 3) * (COSTLY.test(name) ? 0.5 : 1))
      for (const sender of ground.senders) {
        const property = fc.asyncProperty(requestsFor(operation, sender.known), async (wish) => {
          const answer = await sendAs(ground, await sender.token(), operation.method, wish)
          tally.set(String(answer.status), (tally.get(String(answer.status)) ?? 0) + 1)
          const fault = faultIn(answer)
          if (fault) throw new Error(`${sender.name}: ${fault}`)
        })
        await fc.assert(property, { seed, numRuns: sender.name === 'nobody' ? Math.ceil(runs / 3) : runs })
      }
    },
    600_000,
  )

  test('and afterwards the doctor finds nothing', async () => {
    await drainJobs(ground.ours.payload)
    await expectHealthy(ground.ours.payload)
    expect(tally.get('200') ?? 0).toBeGreaterThan(50)
  }, 600_000)
})
