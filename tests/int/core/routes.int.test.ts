import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { createNotification } from '@/domain/core'
import { inviteMember } from '@/domain/identity'
import { env } from '@/platform/env'
import { perform } from '@/platform/perform'
import { stopLooking } from '@/platform/queue/inspect'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'

type Body<D> = {
  success: boolean
  data: D
  error?: { code: string; message: string }
  meta?: { nextCursor: string | null }
}

let net: Network
const tokens: Record<'admin' | 'buyer' | 'other', string> = { admin: '', buyer: '', other: '' }

beforeAll(async () => {
  net = await aNetwork()
  const signIn = async (email: string) =>
    (
      await send<Body<{ token: string }>>(net.payload, 'POST', '/api/v1/auth/login', {
        body: { email, password: PASSWORD },
      })
    ).body.data.token
  tokens.admin = await signIn(net.people.admin.email)
  tokens.buyer = await signIn(net.d1.buyer.email)
  tokens.other = await signIn(net.d2.buyer.email)
})

afterAll(stopLooking)

const ask = <D>(who: keyof typeof tokens, method: string, path: string, body?: unknown) =>
  send<Body<D>>(net.payload, method, `/api/v1${path}`, { token: tokens[who], ...(body === undefined ? {} : { body }) })

describe('notifications over HTTP', () => {
  test('list, count, read and remove; a GET that would change something answers 405 with what to use', async () => {
    await perform(createNotification, { to: [net.d1.buyer.user], subject: 'Hello' }, await net.caller(net.people.admin))
    const list = await ask<{ id: string }[]>('buyer', 'GET', '/notifications?unread=true')
    expect(list.status).toBe(200)
    const id = list.body.data[0]!.id
    expect((await ask<{ unread: number }>('buyer', 'GET', '/notifications/unread-count')).body.data).toEqual({
      unread: 1,
    })
    const refused = await ask('buyer', 'GET', `/notifications/${id}/mark-read`)
    expect(refused.status).toBe(405)
    expect(refused.headers.get('allow')).toBe('POST')
    expect((await ask('other', 'POST', `/notifications/${id}/mark-read`)).status).toBe(404)
    expect((await ask('buyer', 'PUT', `/notifications/${id}/read`)).status).toBe(200)
    expect((await ask('buyer', 'PATCH', '/notifications/read-all')).status).toBe(200)
    expect((await ask('buyer', 'DELETE', `/notifications/${id}`)).status).toBe(200)
    expect((await ask<unknown[]>('buyer', 'GET', '/notifications')).body.data).toEqual([])
    expect((await send(net.payload, 'GET', '/api/v1/notifications')).status).toBe(401)
  })

  test('preferences are shown and changed; writing to others needs its permission', async () => {
    const shown = await ask<{ type: string }[]>('buyer', 'GET', '/notifications/preferences')
    expect(shown.body.data.map((one) => one.type)).toContain('order-confirmed')
    const off = { preferences: [{ type: 'order-confirmed', channel: 'email', enabled: false }] }
    expect((await ask('buyer', 'PUT', '/notifications/settings', off)).status).toBe(200)
    expect((await ask('buyer', 'PUT', '/notifications/settings', { ...off, more: 1 })).status).toBe(400)
    expect((await ask('buyer', 'POST', '/notifications', { to: [net.d2.buyer.user], subject: 'x' })).status).toBe(403)
  })
})

describe('plumbing over HTTP', () => {
  test('the mailbox shows mails of the own tree with their links, and only where it is open', async () => {
    await perform(
      inviteMember,
      { organization: net.d1.party, email: 'new@d1.example', name: 'Nina', roles: [{ role: 'dealer-user' }] },
      await net.caller(net.d1.admin),
    )
    await drainJobs(net.payload)
    Object.assign(env, { MAILBOX: true })
    const mails = await ask<{ id: string; to: string; state: string }[]>('admin', 'GET', '/mailbox?q=new@d1')
    expect(mails.body.data).toMatchObject([{ to: 'new@d1.example', state: 'kept' }])
    const mail = await ask<{ html: string; text: string }>('admin', 'GET', `/mailbox/${mails.body.data[0]!.id}`)
    expect(mail.body.data.text).toMatch(/accept-invitation\?token=[\w-]{43}/)
    expect((await ask('buyer', 'GET', '/mailbox')).status).toBe(403)
    Object.assign(env, { MAILBOX: false })
    expect((await ask('admin', 'GET', '/mailbox')).status).toBe(404)
  })

  test('jobs and the audit log are open to those who may', async () => {
    expect((await ask<{ failed: number }>('admin', 'GET', '/jobs')).body.data).toMatchObject({
      failed: 0,
      events: { waiting: 0 },
    })
    expect((await ask('buyer', 'GET', '/jobs')).status).toBe(403)
    expect((await ask('admin', 'POST', '/jobs/events/no-such/retry')).status).toBe(404)
    expect((await ask<unknown[]>('admin', 'GET', '/audit-log?limit=3')).body.data).toHaveLength(3)
    expect((await ask('buyer', 'GET', '/audit-log')).status).toBe(403)
  })

  test('settings are listed with where they come from', async () => {
    const shown = await ask<{ key: string; from: { kind: string } }[]>('admin', 'GET', '/settings')
    expect(shown.body.data.find((one) => one.key === 'catalog.pricePolicy')).toMatchObject({
      from: { kind: 'default' },
    })
    const change = { organization: net.hq.id, value: 'best-price' }
    expect((await ask('admin', 'PATCH', '/settings/catalog.pricePolicy', change)).status).toBe(200)
    expect((await ask<{ value: string }>('admin', 'GET', '/admin/settings/catalog.pricePolicy')).body.data.value).toBe(
      'best-price',
    )
    expect((await ask('buyer', 'GET', '/settings')).status).toBe(403)
  })

  test('the description of the API is open to everybody', async () => {
    const answer = await send<{ openapi: string }>(net.payload, 'GET', '/api/v1/openapi.json')
    expect(answer.status).toBe(200)
    expect(answer.body.openapi).toBe('3.1.0')
  })
})
