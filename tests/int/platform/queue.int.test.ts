import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Payload } from 'payload'
import { z } from 'zod'

import { createHeadquarters } from '@/domain/network/operations/create-headquarters'
import { defineEvent } from '@/kernel/event'
import { installationPrincipal, systemPrincipal } from '@/platform/access/principal'
import { loadOrganization } from '@/platform/access/load-principal'
import { poolOf } from '@/platform/db/pool'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { consume } from '@/platform/queue/consumer'
import { every, jobTable, on, type JobTable } from '@/platform/queue/jobs'
import { failedJobs, retryJob, stopLooking } from '@/platform/queue/inspect'
import { dispatchWaiting } from '@/platform/queue/outbox'
import { runJobs } from '@/platform/queue/run-jobs'
import { drainJobs } from '@tests/builders/jobs'
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
    if (failures > 0) {
      failures -= 1
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
  run: async () => Promise.resolve((ticks += 1)),
})

let failures = 0
let ticks = 0
let payload: Payload
let organization: string
const table: JobTable = jobTable([
  on(bellRung, hear, (event) => ({ bell: event.subject.id }), { attempts: 3, waitMs: 20 }),
  every('ticks', () => 0.2, tick),
])

beforeAll(async () => {
  payload = await bootPayload()
  const founded = await perform(
    createHeadquarters,
    { code: 'BELLS', name: 'Bells', currency: 'EUR', zone: 'Europe/Berlin', locale: 'en-GB' },
    { payload, principal: installationPrincipal(), facts },
  )
  organization = founded.organization
})

const ringIt = (fail = false) =>
  perform(ring, { organization, fail }, { payload, principal: installationPrincipal(), facts })

async function heard(bell: string): Promise<number> {
  const rows = await ownerQuery<{ next: string }>('select next from sequences where key = $1', [`heard:${bell}`])
  return Number(rows[0]?.next ?? 0)
}

async function until(check: () => Promise<boolean>, ms = 15_000): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end;) {
    if (await check()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

describe('the outbox', () => {
  test('N1: a rolled-back operation leaves no event, a committed one exactly one', async () => {
    await expect(ringIt(true)).rejects.toThrow('The rope broke.')
    expect(await ownerQuery('select 1 from outbox_events')).toHaveLength(0)
    const bell = await ringIt()
    expect(await drainJobs(payload, table)).toEqual(['bell.hear'])
    expect(await heard(bell)).toBe(1)
  })

  test('N1: a crash between sending and marking sends again, and the effect still happens once', async () => {
    const bell = await ringIt()
    const sent: string[] = []
    const crash = dispatchWaiting(poolOf(payload), 10, async (events) => {
      sent.push(...events.map((event) => event.id))
      return Promise.reject(new Error('killed'))
    })
    await expect(crash).rejects.toThrow('killed')
    await consume(payload, table, { event: sent[0]!, name: 'bell.hear' })
    await drainJobs(payload, table)
    expect(await heard(bell)).toBe(1)
  })

  test('N1: the same event delivered eight times at once has one effect', async () => {
    const bell = await ringIt()
    const [event] = await ownerQuery<{ id: string }>('select id from outbox_events where subject = $1', [bell])
    await Promise.all(Array.from({ length: 8 }, () => consume(payload, table, { event: event!.id, name: 'bell.hear' })))
    expect(await heard(bell)).toBe(1)
    await drainJobs(payload, table)
    expect(await heard(bell)).toBe(1)
  })

  test('N1: two dispatchers at the same time take different events', async () => {
    for (let index = 0; index < 6; index += 1) await ringIt()
    const taken: string[] = []
    const take = () =>
      dispatchWaiting(poolOf(payload), 3, async (events) => {
        await new Promise((resolve) => setTimeout(resolve, 100))
        taken.push(...events.map((event) => event.id))
      })
    await Promise.all([take(), take()])
    expect(taken).toHaveLength(6)
    expect(new Set(taken).size).toBe(6)
  })

  test('an event whose operation fails leaves no mark, so that it is tried again', async () => {
    const bell = await ringIt()
    failures = 1
    await expect(drainJobs(payload, table)).rejects.toThrow('Too loud.')
    const [event] = await ownerQuery<{ id: string }>('select id from outbox_events where subject = $1', [bell])
    await consume(payload, table, { event: event!.id, name: 'bell.hear' })
    expect(await heard(bell)).toBe(1)
  })

  test('a job acts for the organization of its event and for no other', async () => {
    const facts1 = await loadOrganization(poolOf(payload), organization)
    expect(systemPrincipal(facts1!).memberships.map((one) => one.organization.code)).toEqual(['BELLS'])
  })
})

describe('the queue on PostgreSQL', () => {
  let running: Awaited<ReturnType<typeof runJobs>>

  beforeAll(async () => {
    running = await runJobs(payload, table)
  })
  afterAll(async () => {
    await running.stop()
  })

  test('an event is heard without anybody polling by hand', async () => {
    const bell = await ringIt()
    expect(await until(async () => (await heard(bell)) === 1)).toBe(true)
  })

  test('a failing job is tried again after a pause and then succeeds', async () => {
    failures = 2
    const bell = await ringIt()
    expect(await until(async () => (await heard(bell)) === 1)).toBe(true)
    expect(failures).toBe(0)
  })

  test('a job that keeps failing is kept with its reason', async () => {
    failures = 3
    const bell = await ringIt()
    const isKept = async () =>
      (await ownerQuery(`select 1 from bullmq.job where state = 'failed' and failed_reason = 'Too loud.'`)).length === 1
    expect(await until(isKept)).toBe(true)
    expect(await heard(bell)).toBe(0)
  })

  test('a failed job can be looked at and tried again', async () => {
    const failed = await failedJobs('events')
    expect(failed).toMatchObject([{ name: 'bell.hear', attempts: 3, reason: 'Too loud.' }])
    const [event] = await ownerQuery<{ subject: string }>('select subject from outbox_events where id = $1', [
      failed[0]!.event,
    ])
    expect(await retryJob('events', failed[0]!.id)).toBe(true)
    expect(await until(async () => (await heard(event!.subject)) === 1)).toBe(true)
    expect(await until(async () => (await failedJobs('events')).length === 0)).toBe(true)
    expect(await retryJob('events', 'no-such-job')).toBe(false)
    await stopLooking()
  })

  test('a schedule ticks', async () => {
    ticks = 0
    expect(await until(() => Promise.resolve(ticks >= 3))).toBe(true)
  })

  test('a hundred events are each heard once', async () => {
    const bells = await Promise.all(Array.from({ length: 100 }, () => ringIt()))
    const all = async () =>
      (
        await ownerQuery(`select 1 from sequences where key = any($1) and next = 1`, [
          bells.map((bell) => `heard:${bell}`),
        ])
      ).length === 100
    expect(await until(all)).toBe(true)
  })

  test('a database that drops every connection is survived', async () => {
    // A role may end its own connections: pool, queue, listeners, all but the one that asks.
    const ended = await poolOf(payload).query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`,
    )
    expect(ended.rowCount).toBeGreaterThan(5)
    const bell = await retried(ringIt)
    expect(await until(async () => (await heard(bell)) === 1)).toBe(true)
  })
})

async function retried<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch {
    return work()
  }
}
