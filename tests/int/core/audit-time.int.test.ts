import { beforeAll, describe, expect, test } from '@jest/globals'

import { createDealer } from '@/domain/network'
import { perform } from '@/platform/perform'
import { sealAll } from '@tests/builders/audit'
import { expectHealthy } from '@tests/builders/doctor'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

describe('the time of an audit entry (P5)', () => {
  test('is the business time of its operation; when it was written down stands beside it', async () => {
    const longAgo = new Date('2026-02-03T10:00:00Z')
    const { dealer } = await perform(
      createDealer,
      { code: 'HISTORY', name: 'A dealer of last winter' },
      { ...(await net.caller(net.people.admin)), now: longAgo },
    )
    const rows = await ownerQuery<{ at: Date; late: boolean }>(
      `select at, recorded_at > now() - interval '1 minute' as late from audit_log where subject = $1`,
      [dealer],
    )
    expect(rows.map(({ at, late }) => [at.toISOString(), late])).toEqual([[longAgo.toISOString(), true]])
  })

  test('the chain follows the order of writing, and the doctor finds nothing', async () => {
    await drainJobs(net.payload)
    await sealAll(net.payload)
    await expectHealthy(net.payload)
  })
})
