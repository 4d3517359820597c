import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { machines } from '@/domain/machines'
import { jobs } from '@/jobs'
import { askAndKeep, type Round } from '@/platform/doctor/rounds'
import { readiness } from '@/platform/health/ready'
import { metricsFor } from '@/platform/health/metrics'
import { env } from '@/platform/env'
import { openBackend } from '@/platform/queue/backend'
import { stopLooking } from '@/platform/queue/inspect'
import { queuesOf } from '@/platform/queue/queues'
import { runSchedule } from '@/platform/queue/consumer'
import { openSession } from '@/platform/access/sign-in'
import { sealAll } from '@tests/builders/audit'
import { send } from '@tests/builders/http'
import { drainJobs, runClock } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'
import { READINGS } from '@tests/builders/health'

type Reading = { key: string; state: string; value: string; todo: string | null }
type Health = { data: { state: string; readings: Reading[]; alarms: { key: string; closedAt: string | null }[] } }
type Run = { asked: number; findings: { id: string; offenders: Record<string, unknown>[] }[] }

let ours: Network
let theirs: Network
const tokens = { ours: '', theirs: '', dealer: '', sales: '' }

beforeAll(async () => {
  ours = await aNetwork()
  theirs = await aNetwork()
  tokens.ours = (await openSession(ours.payload, ours.people.admin.user)).token
  tokens.theirs = (await openSession(ours.payload, theirs.people.admin.user)).token
  tokens.dealer = (await openSession(ours.payload, ours.d1.admin.user)).token
  tokens.sales = (await openSession(ours.payload, ours.people.sales.user)).token
  // The queue's own tables are made ready by whoever opens it first.
  const backend = openBackend(2)
  const queues = queuesOf(backend)
  await queues.of('events').waitUntilReady()
  await queues.close()
  await backend.close()
  await drainJobs(ours.payload)
}, 120_000)

afterAll(stopLooking)

const health = async (token: string) => (await send<Health>(ours.payload, 'GET', '/api/v1/health', { token })).body.data
const readingOf = async (token: string, key: string) => (await health(token)).readings.find((one) => one.key === key)
const alarmsIn = async (net: Network) => {
  const rows = await ownerQuery<{ key: string }>(
    'select key from health_alarms where tree_id = $1 and closed_at is null',
    [net.hq.id],
  )
  return rows.map(({ key }) => key).filter((key) => key === 'outbox' || key === 'doctor')
}
const mailsTo = async (email: string) =>
  ownerQuery<{ subject: string }>(
    `select subject from notification_deliveries where "to" = $1 and subject like 'Health:%' order by created_at`,
    [email],
  )

describe('health of an installation', () => {
  test('HQ reads it with a meaning and an advice; nobody else does', async () => {
    const { readings } = await health(tokens.ours)
    expect(readings.map(({ key }) => key)).toEqual(
      expect.arrayContaining([...READINGS]),
    )
    expect(readings.find(({ key }) => key === 'migrations')).toMatchObject({ state: 'ok' })
    expect(readings.find(({ key }) => key === 'doctor')).toMatchObject({ state: 'warn', value: 'Never asked' })
    for (const token of [tokens.dealer, tokens.sales])
      expect((await send(ours.payload, 'GET', '/api/v1/health', { token })).status).toBe(403)
    expect((await send(ours.payload, 'POST', '/api/v1/health/doctor', { token: tokens.sales, body: {} })).status).toBe(
      403,
    )
  })

  test('it is ready: database, migrations, queue; it is not when the database has no answer', async () => {
    expect(await readiness(() => Promise.resolve(ours.payload))).toEqual({
      isReady: true,
      checks: { database: true, migrations: true, queue: true },
    })
    expect(await readiness(() => Promise.reject(new Error('gone')))).toMatchObject({ isReady: false })
  })

  test('6.11: an outbox that waits rings once per tree, tells its administrators, and calms down again', async () => {
    const [event] = await ownerQuery<{ id: string }>(
      `update outbox_events set dispatched_at = null, created_at = now() - interval '3 minutes' where id = (select id from outbox_events where organization_id = $1 order by id limit 1) returning id`,
      [ours.hq.id],
    )
    expect(await readingOf(tokens.ours, 'outbox')).toMatchObject({ state: 'bad' })
    expect(await readingOf(tokens.theirs, 'outbox')).toMatchObject({ state: 'ok' })
    await Promise.all([runClock(ours.payload, 'health-watch'), runClock(ours.payload, 'health-watch')])
    await runClock(ours.payload, 'health-watch')
    expect(await alarmsIn(ours)).toEqual(['outbox'])
    expect(await alarmsIn(theirs)).toEqual([])
    await ownerQuery('update outbox_events set dispatched_at = now() where id = $1', [event!.id])
    await drainJobs(ours.payload)
    expect((await mailsTo(ours.people.admin.email)).filter(({ subject }) => subject.includes('Outbox'))).toHaveLength(1)
    expect((await mailsTo(theirs.people.admin.email)).filter(({ subject }) => subject.includes('Outbox'))).toHaveLength(
      0,
    )
    expect((await mailsTo(ours.people.sales.email)).filter(({ subject }) => subject.includes('Outbox'))).toHaveLength(0)
    await runClock(ours.payload, 'health-watch')
    expect(await alarmsIn(ours)).toEqual([])
    expect((await health(tokens.ours)).alarms.find(({ key }) => key === 'outbox')?.closedAt).not.toBeNull()
  })

  test('the doctor comes every night and keeps what it asked', async () => {
    expect(jobs.schedules.get('doctor')?.rhythm).toEqual({ nightly: '02:15' })
    await drainJobs(ours.payload)
    await sealAll(ours.payload)
    await runSchedule(ours.payload, jobs, 'doctor')
    const { data } = (await send<{ data: Run[] }>(ours.payload, 'GET', '/api/v1/health/doctor', { token: tokens.ours }))
      .body
    expect(data[0]).toMatchObject({ findings: [] })
    expect(data[0]!.asked).toBeGreaterThan(250)
    expect(await readingOf(tokens.ours, 'doctor')).toMatchObject({ state: 'ok' })
  })

  test('the rows it finds are shown to their own tree only; the alarm rings there', async () => {
    const row = (net: Network) => ({ id: net.d1.dealer, note: 'planted' })
    const keep = async (round: Round) => {
      expect(round.findings.map(({ offenders }) => offenders.map(({ tree }) => tree))).toEqual([])
      const findings = [
        { id: 'Q01', says: 'Nothing is planted.', offenders: [{ tree: theirs.hq.id, row: row(theirs) }] },
      ]
      await ownerQuery(`insert into doctor_runs (at, asked, took_ms, findings) values (now(), 1, 1, $1)`, [
        JSON.stringify(findings),
      ])
    }
    await askAndKeep(ours.payload, machines, keep)
    const seen = async (token: string) =>
      (await send<{ data: Run[] }>(ours.payload, 'GET', '/api/v1/health/doctor', { token })).body.data[0]
    expect((await seen(tokens.ours))?.findings).toEqual([])
    expect((await seen(tokens.theirs))?.findings).toEqual([
      { id: 'Q01', says: 'Nothing is planted.', offenders: [row(theirs)] },
    ])
    await runClock(ours.payload, 'health-watch')
    expect([await alarmsIn(ours), await alarmsIn(theirs)]).toEqual([[], ['doctor']])
  })

  test('asked on the page it answers the round, and the alarm is over', async () => {
    const { status, body } = await send<{ data: Run }>(ours.payload, 'POST', '/api/v1/health/doctor', {
      token: tokens.theirs,
      body: {},
    })
    expect([status, body.data.findings]).toEqual([200, []])
    await runClock(ours.payload, 'health-watch')
    expect(await alarmsIn(theirs)).toEqual([])
  })

  test('a wrong row is found with the tree it belongs to', async () => {
    await ours.aVariant({ stock: '10' })
    const [level] = await ownerQuery<{ id: string }>('select id from stock_levels where organization_id = $1 limit 1', [
      ours.hq.id,
    ])
    const moved = (by: number) =>
      ownerQuery(
        `begin; set local tf.operation = 'test'; update stock_levels set on_hand = on_hand + ${by} where id = '${level!.id}'; commit`,
      )
    await moved(1)
    const found: Round[] = []
    await askAndKeep(ours.payload, machines, (round) => Promise.resolve(found.push(round)))
    await moved(-1)
    const finding = found[0]?.findings.find(({ id }) => id === 'Q01')
    expect(finding?.offenders).toEqual([{ tree: ours.hq.id, row: expect.objectContaining({ id: level!.id }) }])
  })

  test('/metrics wants its token and speaks of no tenant', async () => {
    const ask = (authorization?: string) =>
      metricsFor(new Request('http://localhost/metrics', { headers: authorization ? { authorization } : {} }), () =>
        Promise.resolve(ours.payload),
      )
    expect((await ask()).status).toBe(404)
    Object.assign(env, { METRICS_TOKEN: 'a token for the metrics' })
    expect((await ask()).status).toBe(401)
    expect((await ask('Bearer another token of it')).status).toBe(401)
    const answer = await ask('Bearer a token for the metrics')
    const text = await answer.text()
    expect(answer.status).toBe(200)
    for (const name of [
      'up 1',
      'outbox_age_seconds',
      'queue_lag_seconds',
      'queue_dead',
      'pool_waiting',
      'transaction_age_seconds',
      'hash_waiting',
      'doctor_rows 0',
    ])
      expect(text).toContain(`thoroughfare_${name}`)
    expect(text).not.toContain(ours.hq.id)
    Object.assign(env, { METRICS_TOKEN: undefined })
  })
})
