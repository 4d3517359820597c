import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Socket } from 'node:net'
import type { PoolClient } from 'pg'
import { z } from 'zod'

import { poolOf } from '@/platform/db/pool'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

let network: Network

beforeAll(async () => {
  network = await aNetwork()
})

const wireOf = (client: PoolClient) => (client as PoolClient & { connection: { stream: Socket & { _writev: unknown } } }).connection.stream

const annotating = defineOperation({
  name: 'test.annotate',
  permission: null,
  scope: 'organization',
  summary: 'Write a note on dealers',
  input: z.strictObject({ dealers: z.array(z.uuid()), note: z.string() }),
  run: (ctx, { dealers, note }) => {
    for (const id of dealers) ctx.update('dealers', id, { phone: note })
    return Promise.resolve(null)
  },
})

describe('the connection of an operation', () => {
  test('sends the statements of one tick in one write and answers each', async () => {
    const client = await poolOf(network.payload).connect()
    try {
      await client.query('select 1')
      const spy = jest.spyOn(wireOf(client), '_writev' as never)
      const answers = await Promise.all(['BEGIN', 'select 2 as n', 'ROLLBACK'].map((text) => client.query<{ n: number }>(text)))
      expect(answers.map(({ command }) => command)).toEqual(['BEGIN', 'SELECT', 'ROLLBACK'])
      expect(answers[1]?.rows).toEqual([{ n: 2 }])
      expect(spy).toHaveBeenCalledTimes(1)
    } finally {
      client.release()
    }
  })

  test('fails what follows a failure in the same transaction, and is sound afterwards', async () => {
    const client = await poolOf(network.payload).connect()
    try {
      const [, broken, after, commit] = await Promise.allSettled(['BEGIN', 'select 1/0', 'select 1', 'COMMIT'].map((text) => client.query(text)))
      expect(broken).toMatchObject({ status: 'rejected', reason: { code: '22012' } })
      expect(after).toMatchObject({ status: 'rejected', reason: { code: '25P02' } })
      expect(commit).toMatchObject({ status: 'fulfilled', value: { command: 'ROLLBACK' } })
      expect((await client.query('select 1 as n')).rows).toEqual([{ n: 1 }])
    } finally {
      client.release()
    }
  })
})

describe('an operation whose COMMIT is sent with its last statement', () => {
  test('is refused as a whole when a row it changes is not there, and keeps its connection', async () => {
    const { payload, hq, d1 } = network
    const caller = await network.asSystem(hq.id)
    const pool = poolOf(payload)
    const phone = async () => (await ownerQuery<{ phone: string | null }>('select phone from dealers where id = $1', [d1.dealer]))[0]?.phone
    await perform(annotating, { dealers: [d1.dealer], note: '+1 512 555 0100' }, caller)
    const open = pool.totalCount
    const wrong = perform(annotating, { dealers: [d1.dealer, randomUUID()], note: '+1 512 555 0199' }, caller)
    await expect(wrong).rejects.toMatchObject({ code: 'CONFLICT', status: 409 })
    expect(await phone()).toBe('+1 512 555 0100')
    expect(pool.totalCount).toBe(open)
  })
})
