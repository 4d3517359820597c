import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from '@jest/globals'

import type { Network } from '@tests/builders/network'

let network: Network

// Everybody starts with the key that is derived from PAYLOAD_SECRET; the ring is set before anything reads it.
beforeAll(async () => {
  process.env.TF_DATA_KEYS = `k2:${randomBytes(32).toString('base64')},k1:${randomBytes(32).toString('base64')}`
  const { aNetwork } = await import('@tests/builders/network')
  network = await aNetwork()
})

describe('6.6: keys are changed', () => {
  test('every value is sealed again with the first key, in chunks, and opens; the second run changes nothing', async () => {
    const { keyIdOf, keyRing } = await import('@/platform/keys/keys')
    const { sealIn } = await import('@/platform/keys/ring')
    const { rotateColumn } = await import('@/platform/keys/rotate')
    const { sealedColumns } = await import('@/platform/keys/sealed-columns')
    const { openToken } = await import('@/platform/one-time-token')
    const { ownerQuery } = await import('@tests/setup/database')
    const place = { table: 'outbox_events', row: 'member.invited', column: 'data.token', tenant: null }
    const old = sealIn({ ...keyRing(), active: 'k1' }, 'a token', place)
    await ownerQuery(`update outbox_events set data = jsonb_set(data, '{token}', to_jsonb($1::text)) where name = 'member.invited'`, [old])
    const [column] = sealedColumns
    const pool = network.payload.db.pool
    const events = await ownerQuery<{ data: { token: string } }>(`select data from outbox_events where name = 'member.invited'`)
    expect(events.length).toBeGreaterThan(1)
    expect(await rotateColumn(pool, column!, 2)).toBe(events.length)
    for (const { data } of await ownerQuery<{ data: { token: string } }>(`select data from outbox_events where name = 'member.invited'`)) {
      expect(keyIdOf(data.token)).toBe('k2')
      expect(openToken('invite', data.token)).toBe('a token')
    }
    expect(await rotateColumn(pool, column!, 2)).toBe(0)
  })

  test('Q99 names values whose key is gone', async () => {
    const { keysPresent } = await import('@/platform/doctor/checks-keys')
    const { ownerQuery } = await import('@tests/setup/database')
    const pool = network.payload.db.pool
    expect((await keysPresent(pool)).offenders).toEqual([])
    await ownerQuery(`update outbox_events set data = jsonb_set(data, '{token}', '"v1:lost:a:b:c"') where name = 'member.invited'`)
    expect((await keysPresent(pool)).offenders[0]).toMatchObject({ table: 'outbox_events', column: 'data.token', key: 'lost' })
  })
})
