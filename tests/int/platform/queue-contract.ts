import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { z } from 'zod'

import { createHeadquarters } from '@/domain/network'
import { defineEvent } from '@/kernel/event'
import { installationPrincipal } from '@/platform/access/principal'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { failedJobs, inspectQueues, retryJob, schedules, stopLooking } from '@/platform/queue/inspect'
import { byClock, every, jobTable, on, type JobTable } from '@/platform/queue/jobs'
import { runJobs, type RunningJobs } from '@/platform/queue/run-jobs'
import { ownerQuery } from '@tests/setup/database'
import { bootPayload } from '@tests/setup/payload'

const facts = { requestId: 'queue-test', ip: null, agent: null }
const bellRung = defineEvent({
  name: 'bell.rung',
  schema: z.object({ times: z.number() }),
  description: 'A bell was rung.',
})

const ring = defineOperation({
  name: 'bell.ring',
  permission: null,
  summary: 'Ring a bell',
  scope: 'public',
  input: z.strictObject({ organization: z.string(), fail: z.boolean().default(false) }),
  run: async (ctx, { organization, fail }) => {
    const id = ctx.id()
    ctx.emit(bellRung, { type: 'bells', id, organization }, { times: 1 })
    await ctx.flush()
    if (fail) throw new Error('The rope broke.')
    return id
  },
})

/** What the tests turn: how often hearing fails, how often the clock ticked, whether its second schedule fails. */
export const knobs = { failures: 0, ticks: 0, isClockBroken: false, polished: 0 }

const hear = defineOperation({
  name: 'bell.hear',
  permission: null,
  summary: 'Count a bell',
  input: z.strictObject({ bell: z.string() }),
  run: async (ctx, { bell }) => {
    await ctx.rows(
      `insert into sequences (id, organization_id, key, next, created_at, updated_at)
      values (gen_random_uuid(), $1, $2, 1, now(), now()) on conflict (organization_id, key) do update set next = sequences.next + 1`,
      [ctx.principal.memberships[0]?.organization.id, `heard:${bell}`],
    )
    if (knobs.failures > 0) {
      knobs.failures -= 1
      throw new Error('Too loud.')
    }
  },
})

const tick = defineOperation({
  name: 'bell.tick',
  permission: null,
  summary: 'Count a tick',
  scope: 'public',
  input: z.strictObject({}),
  run: async () => Promise.resolve((knobs.ticks += 1)),
})

const polish = () => {
  if (knobs.isClockBroken) return Promise.reject(new Error('No cloth.'))
  knobs.polished += 1
  return Promise.resolve()
}

/** The jobs of the bells: one follows an event, one ticks all the time, one can be broken. */
export const table: JobTable = jobTable([
  on(bellRung, hear, (event) => ({ bell: event.subject.id }), { attempts: 3, waitMs: 20 }),
  every('ticks', () => 0.2, tick),
  byClock('polish', { seconds: () => 3_600 }, 'Polish the bells', polish),
  byClock('nightly', { nightly: '02:15' }, 'Count the bells', () => Promise.resolve()),
])

/** An organization with bells; `ringIt` answers the bell, `heard` how often it was heard. */
export async function aBelfry() {
  const payload = await bootPayload()
  const founded = await perform(
    createHeadquarters,
    { code: 'BELLS', name: 'Bells', currency: 'EUR', zone: 'Europe/Berlin', locale: 'en-GB' },
    { payload, principal: installationPrincipal(), facts },
  )
  const { organization } = founded
  const ringIt = (fail = false) =>
    perform(ring, { organization, fail }, { payload, principal: installationPrincipal(), facts })
  return { payload, organization, ringIt }
}

export async function heard(bell: string): Promise<number> {
  const rows = await ownerQuery<{ next: string }>('select next from sequences where key = $1', [`heard:${bell}`])
  return Number(rows[0]?.next ?? 0)
}

export async function until(check: () => Promise<boolean>, ms = 15_000): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (await check()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

/** What a queue must do, whatever it stands on. `breakConnections` ends all of its connections. */
export function queueContract(name: string, breakConnections: (payload: Payload) => Promise<void>): void {
  describe(`the queue on ${name}`, () => {
    let belfry: Awaited<ReturnType<typeof aBelfry>>
    let running: RunningJobs

    beforeAll(async () => {
      belfry = await aBelfry()
      running = await runJobs(belfry.payload, table)
    })
    afterAll(async () => {
      await running.stop()
      await stopLooking()
    })

    test('an event is heard without anybody polling by hand', async () => {
      const bell = await belfry.ringIt()
      expect(await until(async () => (await heard(bell)) === 1)).toBe(true)
    })

    test('a failing job is tried again after a pause and then succeeds', async () => {
      knobs.failures = 2
      const bell = await belfry.ringIt()
      expect(await until(async () => (await heard(bell)) === 1)).toBe(true)
      expect(knobs.failures).toBe(0)
    })

    test('a job that keeps failing is kept with its reason, and can be tried again', async () => {
      knobs.failures = 3
      const bell = await belfry.ringIt()
      expect(await until(async () => (await failedJobs('events')).length === 1)).toBe(true)
      expect(await heard(bell)).toBe(0)
      const [failed] = await failedJobs('events')
      expect(failed).toMatchObject({ name: 'bell.hear', attempts: 3, reason: 'Too loud.' })
      expect(await retryJob('events', failed!.id)).toBe(true)
      expect(await until(async () => (await heard(bell)) === 1)).toBe(true)
      expect(await until(async () => (await failedJobs('events')).length === 0)).toBe(true)
      expect(await retryJob('events', 'no-such-job')).toBe(false)
    })

    test('a schedule ticks, and says when', async () => {
      knobs.ticks = 0
      expect(await until(() => Promise.resolve(knobs.ticks >= 3))).toBe(true)
      const known = await schedules()
      expect(known.find((one) => one.name === 'polish')).toMatchObject({
        summary: 'Polish the bells',
        everySeconds: 3_600,
        nightlyAt: null,
      })
      expect(known.find((one) => one.name === 'nightly')).toMatchObject({ everySeconds: null, nightlyAt: '02:15' })
    })

    test('a failed schedule is kept with its reason, is done again on demand, and is forgotten once it works', async () => {
      expect(await until(() => Promise.resolve(knobs.polished === 1))).toBe(true)
      await running.stop()
      knobs.isClockBroken = true
      // Another rhythm makes the schedule tick at once, as a new version would.
      const sooner = jobTable([byClock('polish', { seconds: () => 7_200 }, 'Polish the bells', polish)])
      running = await runJobs(belfry.payload, sooner)
      expect(await until(async () => (await failedJobs('clock')).length === 1)).toBe(true)
      const [failed] = await failedJobs('clock')
      expect(failed).toMatchObject({ name: 'polish', event: null, summary: 'Polish the bells', reason: 'No cloth.' })
      knobs.isClockBroken = false
      expect(await retryJob('clock', failed!.id)).toBe(true)
      expect(await until(() => Promise.resolve(knobs.polished === 2))).toBe(true)
      expect(await until(async () => (await failedJobs('clock')).length === 0)).toBe(true)
      expect(await retryJob('clock', failed!.id)).toBe(false)
      await running.stop()
      running = await runJobs(belfry.payload, table)
    })

    test('how much lies in each queue, and for how long, can be seen', async () => {
      const looked = await inspectQueues()
      expect(looked.map((one) => one.queue)).toEqual(['events', 'outside', 'clock'])
      expect(looked[0]).toMatchObject({ waiting: 0, failed: 0, lagSeconds: 0 })
    })

    test('a hundred events are each heard once', async () => {
      const bells = await Promise.all(Array.from({ length: 100 }, () => belfry.ringIt()))
      const keys = bells.map((bell) => `heard:${bell}`)
      const all = async () =>
        (await ownerQuery(`select 1 from sequences where key = any($1) and next = 1`, [keys])).length === 100
      expect(await until(all, 30_000)).toBe(true)
    })

    test('losing every connection is survived', async () => {
      await breakConnections(belfry.payload)
      const bell = await retried(belfry.ringIt)
      expect(await until(async () => (await heard(bell)) === 1)).toBe(true)
    })
  })
}

async function retried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    return work()
  }
}
