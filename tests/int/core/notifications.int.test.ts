import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { SMTPServer } from 'smtp-server'

import { createNotification, dismissNotification, listNotifications, markRead, preferencesOf, readAll, unreadCount } from '@/domain/core'
import { inviteMember } from '@/domain/identity'
import { core } from '@/domain/registry'
import { jobs } from '@/jobs'
import { defineEvent } from '@/kernel/event'
import { defineNotification } from '@/kernel/notification'
import { coreOver } from '@/domain/core'
import { env } from '@/platform/env'
import { closeMailer } from '@/platform/mail/mailer'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { jobTable, on, type JobTable } from '@/platform/queue/jobs'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'
import { z } from 'zod'

const boom = defineEvent({ name: 'fireworks.started', schema: z.object({ town: z.string(), money: z.number() }), description: 'Fireworks began.' })
const sample = { town: 'Bonn', money: 1 }
const told = defineNotification({
  name: 'fireworks-started',
  on: boom,
  to: { side: 'counterparty', holding: 'order.submit' },
  channels: ['in-app', 'email'],
  category: 'orders',
  subject: (data) => `Fireworks <b>in</b> ${data.town}`,
  body: (data, words) => `They cost ${words.money(data.money, 'USD')}.`,
  path: () => '/dealer/x',
  sample,
})
const must = defineNotification({ ...told, name: 'fireworks-must', to: { side: 'owner', holding: 'order.confirm' }, mandatory: true, path: () => '/admin', sample })
const light = defineOperation({
  name: 'fireworks.light',
  permission: null,
  summary: 'Light',
  input: z.strictObject({ organization: z.string(), counterparty: z.string() }),
  run: async (ctx, { organization, counterparty }) => Promise.resolve(ctx.emit(boom, { type: 'fireworks', id: ctx.id(), organization, counterparty }, { town: 'Bonn', money: 1_250 })),
})
const nothing = { machines: [], permissions: { module: 'fireworks', keys: {} }, sequences: [], settings: [], operations: [] }
const fireworks = coreOver([{ name: 'fireworks', events: [boom], notifications: [told, must], ...nothing }])
const table: JobTable = jobTable([
  ...[...jobs.byEvent.values()].flat(),
  on(boom, fireworks.announce, ({ id, name, organization, counterparty, actor, subject, data }) => ({ id, name, organization, counterparty, actor, subject, data })),
])

type Received = { from: string; to: string; text: string }
const received: Received[] = []
let refusals = 0
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  logger: false,
  onData(stream, session, done) {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    stream.on('end', () => {
      if (refusals > 0) {
        refusals -= 1
        return done(new Error('busy, come back later'))
      }
      const { mailFrom, rcptTo } = session.envelope
      received.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo[0]?.address ?? '', text })
      done()
    })
  },
})

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  await drainJobs(net.payload)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})

afterAll(async () => {
  closeMailer()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

const useServer = () => {
  const { port } = server.server.address() as { port: number }
  Object.assign(env, { SMTP_URL: `smtp://127.0.0.1:${port}`, ALLOW_LOOPBACK: true })
}
const useNone = () => {
  closeMailer()
  Object.assign(env, { SMTP_URL: undefined, ALLOW_LOOPBACK: false })
}
const lightIt = async () => perform(light, { organization: net.hq.id, counterparty: net.d1.party }, await net.asSystem())
const mailTo = (email: string) => ownerQuery<{ state: string; attempts: string; last_error: string | null; subject: string; message: unknown }>(
  `select state, attempts, last_error, subject, message from notification_deliveries where "to" = $1 and key like '%fireworks%' order by id desc`,
  [email],
)

describe('telling people about events', () => {
  test('holders of the permission on the right side are told, in app and by mail, and nobody else', async () => {
    useNone()
    await lightIt()
    await drainJobs(net.payload, table)
    const buyer = await listNotifications(await net.reader(net.d1.buyer), { limit: 10 })
    expect(buyer.rows.map(({ subject, body, path }) => ({ subject, body, path }))).toEqual([
      { subject: 'Fireworks <b>in</b> Bonn', body: 'They cost $12.50.', path: '/dealer/x' },
    ])
    expect((await listNotifications(await net.reader(net.d2.buyer), { limit: 10 })).rows).toEqual([])
    expect((await listNotifications(await net.reader(net.people.sales), { limit: 10 })).rows.map((row) => row.type)).toEqual(['fireworks-must'])
    expect((await listNotifications(await net.reader(net.people.content), { limit: 10 })).rows).toEqual([])
  })

  test('without a mail server a mail is kept, and says so', async () => {
    const [mail] = await mailTo(net.d1.buyer.email)
    expect(mail).toMatchObject({ state: 'kept', attempts: '1', last_error: null })
  })

  test('Q90: the same event announced again tells nobody twice', async () => {
    await ownerQuery('update outbox_events set dispatched_at = null')
    await drainJobs(net.payload, table)
    expect((await listNotifications(await net.reader(net.d1.buyer), { limit: 10 })).rows).toHaveLength(1)
    expect(await mailTo(net.d1.buyer.email)).toHaveLength(1)
  })

  test('a channel that was switched off stays silent; a mandatory notification cannot be switched off', async () => {
    const buyer = await net.caller(net.d1.buyer)
    await perform(fireworks.setPreferences, { preferences: [{ type: 'fireworks-started', channel: 'email', enabled: false }] }, buyer)
    await lightIt()
    await drainJobs(net.payload, table)
    expect((await listNotifications(await net.reader(net.d1.buyer), { limit: 10 })).rows).toHaveLength(2)
    expect(await mailTo(net.d1.buyer.email)).toHaveLength(1)
    const off = { preferences: [{ type: 'fireworks-must', channel: 'email', enabled: false }] }
    await expect(perform(fireworks.setPreferences, off, await net.caller(net.people.sales))).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(perform(fireworks.setPreferences, { preferences: [{ type: 'no-such', channel: 'email', enabled: true }] }, buyer)).rejects.toMatchObject({ status: 404 })
    const seen = await preferencesOf(await net.reader(net.d1.buyer), fireworks.notifications)
    expect(seen.find((one) => one.type === 'fireworks-started')?.channels).toEqual([{ channel: 'in-app', enabled: true }, { channel: 'email', enabled: false }])
    expect(seen.some((one) => one.type === 'fireworks-must')).toBe(false)
  })

  test('a suspended person is told nothing', async () => {
    await ownerQuery(`begin; set local tf.operation = 'test'; update memberships set status = 'suspended' where user_id = '${net.d1.admin.user}'; commit`)
    const before = (await mailTo(net.d1.admin.email)).length
    await lightIt()
    await drainJobs(net.payload, table)
    expect(await mailTo(net.d1.admin.email)).toHaveLength(before)
    await ownerQuery(`begin; set local tf.operation = 'test'; update memberships set status = 'active' where user_id = '${net.d1.admin.user}'; commit`)
  })

  test('every declared notification can be shown from its sample', () => {
    for (const one of core.notifications) {
      expect(one.on.schema.safeParse(one.sample).success).toBe(true)
      expect(one.path(one.sample)).toMatch(/^\//)
    }
  })
})

describe('reading', () => {
  test('one reads, counts and removes the own ones; those of others do not exist', async () => {
    const caller = await net.caller(net.d1.buyer)
    const { rows } = await listNotifications(await net.reader(net.d1.buyer), { limit: 10 })
    const id = rows[0]!.id
    expect((await unreadCount(await net.reader(net.d1.buyer))).unread).toBe(rows.length)
    await perform(markRead, { id }, caller)
    await perform(markRead, { id }, caller)
    expect((await unreadCount(await net.reader(net.d1.buyer))).unread).toBe(rows.length - 1)
    await expect(perform(markRead, { id: rows[1]!.id }, await net.caller(net.d2.buyer))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(dismissNotification, { id }, await net.caller(net.people.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const chosen = rows.filter((row) => row.id !== id).map((row) => row.id)
    expect(await perform(readAll, { ids: chosen }, await net.caller(net.d2.buyer))).toEqual({ read: 0 })
    expect(await perform(readAll, { ids: chosen.slice(0, 1) }, caller)).toEqual({ read: 1 })
    expect((await unreadCount(await net.reader(net.d1.buyer))).unread).toBe(rows.length - 2)
    await perform(readAll, {}, caller)
    expect((await unreadCount(await net.reader(net.d1.buyer))).unread).toBe(0)
    await perform(dismissNotification, { id }, caller)
    expect((await listNotifications(await net.reader(net.d1.buyer), { limit: 10 })).rows).toHaveLength(rows.length - 1)
  })

  test('pages go on where the last one ended', async () => {
    const reader = await net.reader(net.d1.buyer)
    const first = await listNotifications(reader, { limit: 1 })
    const second = await listNotifications(reader, { limit: 1, cursor: first.nextCursor! })
    expect(first.rows[0]!.id > second.rows[0]!.id).toBe(true)
  })

  test('by hand one notifies only people of organizations one may notify', async () => {
    const admin = await net.caller(net.people.admin)
    const message = { to: [net.d1.buyer.user, net.d2.buyer.user], subject: 'We close at noon', path: '/dealer/x' }
    expect(await perform(createNotification, message, admin)).toEqual({ notified: 2 })
    const other = await aNetwork()
    await expect(perform(createNotification, { ...message, to: [other.d1.buyer.user] }, admin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(createNotification, message, await net.caller(net.d1.admin))).rejects.toMatchObject({ status: 403 })
    for (const path of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      await expect(perform(createNotification, { ...message, path }, admin)).rejects.toMatchObject({ status: 400 })
    }
  })

  test('jobs of the system are closed to people', async () => {
    const event = { id: '019a0000-0000-7000-8000-000000000000', name: 'fireworks.started', organization: net.hq.id, counterparty: net.d1.party, actor: null, subject: { type: 'fireworks', id: '019a0000-0000-7000-8000-000000000001' }, data: sample }
    await expect(perform(fireworks.announce, event, await net.caller(net.people.admin))).rejects.toMatchObject({ status: 403 })
  })
})

describe('mail through a real server', () => {
  test('HTML and text arrive with the name of the organization; markup in words stays words', async () => {
    useServer()
    received.length = 0
    await lightIt()
    await drainJobs(net.payload, table)
    const mail = received.find((one) => one.to === net.d1.admin.email)!
    expect(mail.text).toContain('text/plain')
    expect(mail.text).toContain('text/html')
    expect(mail.text).toMatch(/From: "?Dealer D1 of \d+"? </)
    expect(mail.text).not.toContain('<b>in</b> Bonn</h1>')
    const [row] = await mailTo(net.d1.admin.email)
    expect(row).toMatchObject({ state: 'sent', attempts: '1' })
  })

  test('a server that is busy is tried again, and the reason is kept until then', async () => {
    refusals = 1
    received.length = 0
    await lightIt()
    await expect(drainJobs(net.payload, table)).rejects.toThrow('busy')
    const waiting = await ownerQuery<{ id: string; last_error: string; attempts: string }>(`select id, last_error, attempts from notification_deliveries where state = 'pending' and attempts = 1`)
    expect(waiting[0]?.last_error).toContain('busy')
    await ownerQuery('update outbox_events set dispatched_at = null')
    await drainJobs(net.payload, table)
    const rows = await ownerQuery(`select 1 from notification_deliveries where id = $1 and state = 'sent' and attempts = 2 and last_error is null`, [waiting[0]!.id])
    expect(rows).toHaveLength(1)
    expect(new Set(received.map((one) => one.to)).size).toBe(received.length)
  })

  test('an invitation carries a link with the token, which lies nowhere in clear', async () => {
    received.length = 0
    const email = 'new@d1.example'
    await perform(inviteMember, { organization: net.d1.party, email, name: 'Nina New', roles: [{ role: 'dealer-user' }] }, await net.caller(net.d1.admin))
    await drainJobs(net.payload, table)
    const mail = received.find((one) => one.to === email)!
    const plain = mail.text.replace(/=\r\n/g, '').replaceAll('=3D', '=')
    const token = /accept-invitation\?token=([\w-]+)/.exec(plain)?.[1]
    expect(token).toMatch(/^[\w-]{43}$/)
    const stored = await ownerQuery(`select 1 from notification_deliveries where message::text like $1 union all select 1 from outbox_events where data::text like $1`, [`%${token}%`])
    expect(stored).toEqual([])
  })

  test('a mail server on this machine needs ALLOW_LOOPBACK', async () => {
    closeMailer()
    Object.assign(env, { ALLOW_LOOPBACK: false })
    await lightIt()
    await expect(drainJobs(net.payload, table)).rejects.toThrow('ALLOW_LOOPBACK')
    useNone()
  })
})
