import { beforeAll, describe, expect, test } from '@jest/globals'

import { loadOrganization } from '@/platform/access/load-principal'
import { systemPrincipal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { consume } from '@/platform/queue/consumer'
import { dispatchWaiting } from '@/platform/queue/outbox'
import { drainJobs } from '@tests/builders/jobs'
import { ownerQuery } from '@tests/setup/database'
import { aBelfry, heard, knobs, table } from './queue-contract'

let belfry: Awaited<ReturnType<typeof aBelfry>>

beforeAll(async () => {
  belfry = await aBelfry()
})

describe('the outbox', () => {
  test('N1: a rolled-back operation leaves no event, a committed one exactly one', async () => {
    await expect(belfry.ringIt(true)).rejects.toThrow('The rope broke.')
    expect(await ownerQuery('select 1 from outbox_events')).toHaveLength(0)
    const bell = await belfry.ringIt()
    expect(await drainJobs(belfry.payload, table)).toEqual(['bell.hear'])
    expect(await heard(bell)).toBe(1)
  })

  test('N1: a crash between sending and marking sends again, and the effect still happens once', async () => {
    const bell = await belfry.ringIt()
    const sent: string[] = []
    const crash = dispatchWaiting(poolOf(belfry.payload), 10, async (events) => {
      sent.push(...events.map((event) => event.id))
      return Promise.reject(new Error('killed'))
    })
    await expect(crash).rejects.toThrow('killed')
    await consume(belfry.payload, table, { event: sent[0]!, name: 'bell.hear' })
    await drainJobs(belfry.payload, table)
    expect(await heard(bell)).toBe(1)
  })

  test('N1: the same event delivered eight times at once has one effect', async () => {
    const bell = await belfry.ringIt()
    const [event] = await ownerQuery<{ id: string }>('select id from outbox_events where subject = $1', [bell])
    await Promise.all(
      Array.from({ length: 8 }, () => consume(belfry.payload, table, { event: event!.id, name: 'bell.hear' })),
    )
    expect(await heard(bell)).toBe(1)
    await drainJobs(belfry.payload, table)
    expect(await heard(bell)).toBe(1)
  })

  test('N1: two dispatchers at the same time take different events', async () => {
    for (let index = 0; index < 6; index += 1) await belfry.ringIt()
    const taken: string[] = []
    const take = () =>
      dispatchWaiting(poolOf(belfry.payload), 3, async (events) => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        taken.push(...events.map((event) => event.id))
      })
    await Promise.all([take(), take()])
    expect(taken).toHaveLength(6)
    expect(new Set(taken).size).toBe(6)
  })

  test('an event whose operation fails leaves no mark, so that it is tried again', async () => {
    const bell = await belfry.ringIt()
    knobs.failures = 1
    await expect(drainJobs(belfry.payload, table)).rejects.toThrow('Too loud.')
    const [event] = await ownerQuery<{ id: string }>('select id from outbox_events where subject = $1', [bell])
    await consume(belfry.payload, table, { event: event!.id, name: 'bell.hear' })
    expect(await heard(bell)).toBe(1)
  })

  test('a job acts for the organization of its event and for no other', async () => {
    const facts1 = await loadOrganization(poolOf(belfry.payload), belfry.organization)
    expect(systemPrincipal(facts1!).memberships.map((one) => one.organization.code)).toEqual(['BELLS'])
  })
})
