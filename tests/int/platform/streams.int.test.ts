import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'

import { createNotification, markRead } from '@/domain/core'
import { env } from '@/platform/env'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { closeStreams, openStreams } from '@/platform/stream/hub'
import { idAt, timeOf } from '@/platform/stream/marks'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'
import { refusedWatch, watch } from '@tests/builders/stream'
import { ownerQuery } from '@tests/setup/database'

let net: Network
let buyer: string

const signIn = async (email: string) => (await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })).body.data.token
const say = async (subject: string, to = net.d1.buyer.user) => perform(createNotification, { to: [to], subject }, await net.caller(net.people.admin))
const isAbout = (subject: string) => (told: { event: string; data: Record<string, unknown> }) => told.event === 'notification' && told.data['subject'] === subject

// A row with an older id, committed now.
async function writeSlowly(id: string): Promise<void> {
  const client = await poolOf(net.payload).connect()
  await client.query(`begin; select set_config('tf.operation', 'test', true)`)
  await client.query(
    `insert into notifications (id, user_id, organization_id, type, event, category, subject) values ($1, $2, $3, 'message', 'slow', 'messages', 'Slow')`,
    [id, net.d1.buyer.user, net.d1.party],
  )
  await client.query('commit')
  client.release()
}

beforeAll(async () => {
  net = await aNetwork()
  buyer = await signIn(net.d1.buyer.email)
})

afterAll(closeStreams)
afterEach(() => expect(openStreams()).toBe(0))

describe('the stream of notifications', () => {
  test('tells how many are unread, each new one with its id, and the count again; nothing is stored on the way', async () => {
    await say('Before')
    const stream = await watch(net.payload, 'notifications', buyer)
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    expect(stream.headers.get('cache-control')).toBe('private, no-store, no-transform')
    await stream.until((told) => told.event === 'unread' && told.data['unread'] === 1)
    await say('Hello')
    const { id, data } = await stream.until(isAbout('Hello'))
    expect(data).toMatchObject({ id, type: 'message', readAt: null })
    await stream.until((told) => told.event === 'unread' && told.data['unread'] === 2)
    await perform(markRead, { id }, await net.caller(net.d1.buyer))
    await stream.until((told) => told.event === 'unread' && told.data['unread'] === 1 && stream.told.at(-1) === told)
    expect(stream.told.filter(isAbout('Before'))).toEqual([])
    await stream.leave()
  })

  test('with Last-Event-ID loses nothing of what came meanwhile, oldest first', async () => {
    const first = await watch(net.payload, `notifications/${net.d1.buyer.user}`, buyer)
    await say('Kept 1')
    const { id } = await first.until(isAbout('Kept 1'))
    await first.leave()
    for (const n of [2, 3, 4]) await say(`Kept ${n}`)
    const second = await watch(net.payload, 'notifications', buyer, { 'last-event-id': id ?? '' })
    await second.until(isAbout('Kept 4'))
    const subjects = second.told.filter(({ event }) => event === 'notification').map(({ data }) => data['subject'])
    expect(subjects.slice(subjects.indexOf('Kept 2'))).toEqual(['Kept 2', 'Kept 3', 'Kept 4'])
    await second.leave()
  })

  test('finds a row whose transaction was slow although newer ones were told before', async () => {
    const stream = await watch(net.payload, 'notifications', buyer)
    const older = idAt(Date.now() - 2_000).replace('-7000-', '-7abc-')
    await say('Newer')
    const newer = await stream.until(isAbout('Newer'))
    expect(older < (newer.id ?? '')).toBe(true)
    await writeSlowly(older)
    await poolOf(net.payload).query('select pg_notify($1, $2)', ['tf_stream', `notifications ${net.d1.buyer.user}`])
    expect((await stream.until(isAbout('Slow'))).id).toBe(older)
    await stream.leave()
  })

  test('is nobody else’s, and not for programs', async () => {
    const stream = await watch(net.payload, 'notifications', await signIn(net.d2.buyer.email))
    await say('Secret of D1')
    await say('For D2', net.d2.buyer.user)
    await stream.until(isAbout('For D2'))
    expect(stream.told.filter(isAbout('Secret of D1'))).toEqual([])
    await stream.leave()
    expect(await refusedWatch(net.payload, `notifications/${net.d1.buyer.user}`, await signIn(net.d2.buyer.email))).toEqual({ status: 404, message: 'The channel was not found.' })
  })

  test('goes on after the database ended its connections', async () => {
    const stream = await watch(net.payload, 'notifications', buyer)
    await stream.until((told) => told.event === 'unread')
    await poolOf(net.payload).query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name like '%-streams' and pid <> pg_backend_pid()`)
    await say('After the fall')
    await stream.until(isAbout('After the fall'))
    await stream.leave()
  })

  test('is heard by one connection, however many there are', async () => {
    const streams = await Promise.all([1, 2, 3, 4, 5].map(() => watch(net.payload, 'notifications', buyer)))
    expect(openStreams()).toBe(5)
    const ears = await ownerQuery<{ n: number }>(`select count(*)::int as n from pg_stat_activity where application_name like '%-streams' and datname = current_database()`)
    expect(ears[0]?.n).toBe(1)
    await say('To all')
    await Promise.all(streams.map((stream) => stream.until(isAbout('To all'))))
    await Promise.all(streams.map((stream) => stream.leave()))
  })
})

describe('other channels', () => {
  test('tell each side its orders and nobody else', async () => {
    const [seller, own, other] = await Promise.all([
      watch(net.payload, 'orders', await signIn(net.people.sales.email)),
      watch(net.payload, 'orders', buyer),
      watch(net.payload, 'orders', await signIn(net.d2.buyer.email)),
    ])
    const variant = await net.aVariant({ stock: '50' })
    const order = await anOrder(net, [{ sku: variant.sku, quantity: '2' }])
    for (const stream of [seller, own]) await stream.until((told) => told.event === 'order.submitted' && told.data['order'] === order.id)
    expect(other.told).toEqual([])
    await Promise.all([seller, own, other].map((stream) => stream.leave()))
  })

  test('are refused with a sentence: unknown names, foreign ids, missing rights, too many', async () => {
    const warehouse = await signIn(net.people.warehouse.email)
    expect(await refusedWatch(net.payload, 'weather', buyer)).toEqual({ status: 400, message: 'There is no channel weather; there are: notifications, orders, inventory/alerts, admin/security-events.' })
    expect(await refusedWatch(net.payload, 'admin/security-events', warehouse)).toEqual({ status: 403, message: 'You need the permission security.read to do this.' })
    expect((await refusedWatch(net.payload, 'notifications', buyer, { 'last-event-id': 'abc' })).status).toBe(400)
    expect((await refusedWatch(net.payload, 'notifications', buyer, { 'last-event-id': idAt(timeOf(idAt(Date.now())) - 8 * 86_400_000) })).message).toContain('seven days')
    const most = env.STREAMS_PER_PERSON
    Object.assign(env, { STREAMS_PER_PERSON: 1 })
    const one = await watch(net.payload, 'notifications', warehouse)
    expect(await refusedWatch(net.payload, 'notifications', warehouse)).toEqual({ status: 429, message: 'You have 1 streams open, which is the most; close one first.' })
    Object.assign(env, { STREAMS_PER_PERSON: 2 })
    // Another process holds the second place; when it is gone without a word, its lease ends.
    const elsewhere = (ends: string) =>
      ownerQuery(`insert into open_streams values ('019a0000-0000-7000-8000-000000000001', $1, gen_random_uuid(), now() + $2::interval) on conflict (id) do update set ends_at = excluded.ends_at`, [net.people.warehouse.user, ends])
    await elsewhere('30 seconds')
    expect((await refusedWatch(net.payload, 'notifications', warehouse)).status).toBe(429)
    await elsewhere('-1 second')
    expect((await refusedWatch(net.payload, 'notifications', warehouse)).status).toBe(200)
    Object.assign(env, { STREAMS_PER_PERSON: most, STREAMS_PER_PROCESS: 1 })
    expect((await refusedWatch(net.payload, 'notifications', buyer)).status).toBe(503)
    Object.assign(env, { STREAMS_PER_PROCESS: 2_000 })
    await one.leave()
  })
})
