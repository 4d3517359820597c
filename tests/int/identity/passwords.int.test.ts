import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'

import { forgotPassword, resetPassword } from '@/domain/identity'
import { poolOf } from '@/platform/db/pool'
import { openToken } from '@/platform/one-time-token'
import { hashPassword, inHashTurn, isPassword } from '@/platform/password'
import { perform } from '@/platform/perform'
import { CREDENTIALS, PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

type SignedInBody = { data: { token: string } }

let network: Network
let mostConnections: number

beforeAll(async () => {
  network = await aNetwork()
  mostConnections = poolOf(network.payload).options.max ?? 0
})

afterAll(() => {
  poolOf(network.payload).options.max = mostConnections
})

const post = <T = { success: boolean }>(path: string, body: object, token?: string) =>
  send<T>(network.payload, 'POST', `/api/v1${path}`, { body, ...(token ? { token } : {}) })

async function resetToken(email: string): Promise<string> {
  const [row] = await ownerQuery<{ box: string }>(
    `select data->>'sealedToken' as box from outbox_events where name = 'password.reset-requested' and data->>'email' = $1 order by id desc limit 1`,
    [email],
  )
  if (!row) throw new Error(`No reset was requested for ${email}.`)
  return openToken('reset', row.box)
}

test("passwords are stored in Payload's own format", async () => {
  const credentials = await hashPassword('a long enough password')
  expect(credentials.hash).toMatch(/^pbkdf2-sha256-v1:[0-9a-f]{64}$/)
  expect(await inHashTurn(() => isPassword('a long enough password', credentials))).toBe(true)
  expect(await inHashTurn(() => isPassword('another password', credentials))).toBe(false)
  // Payload itself accepts what we stored, so both can always read the same row.
  const { email } = network.d1.buyer
  const login = await network.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  expect(login.token).toMatch(/^ey/)
})

describe('a forgotten password', () => {
  test('PF5: sixty requests at once with three connections are all answered the same', async () => {
    poolOf(network.payload).options.max = 3
    const addresses = Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? `nobody${n}@nowhere.example` : network.d2.admin.email))
    const answers = await Promise.all(addresses.map((email) => post('/auth/forgot-password', { email })))
    poolOf(network.payload).options.max = mostConnections
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(202)
    const alive = await send(network.payload, 'GET', '/api/v1/auth/me')
    expect(alive.status).toBe(401)
  })

  test("PF5: Payload's own route is ours", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => send<{ message: string }>(network.payload, 'POST', '/api/users/forgot-password', { body: { email: `ghost${n}@nowhere.example` } })),
    )
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]))
    const stored = await ownerQuery('select 1 from users where reset_password_token is not null')
    expect(stored).toEqual([])
  })

  test('PF8: the link is stored as a hash, works once, and ends every session', async () => {
    const { email } = network.d1.admin
    const session = (await post<SignedInBody>('/auth/login', { email, password: PASSWORD })).body.data.token
    await perform(forgotPassword, { email }, network.nobody())
    const token = await resetToken(email)
    const clear = await ownerQuery<{ data: string }>(`select data::text from outbox_events where name = 'password.reset-requested'`)
    expect(clear.some(({ data }) => data.includes(token))).toBe(false)
    const tries = await Promise.allSettled(Array.from({ length: 20 }, () => perform(resetPassword, { token, credentials: CREDENTIALS }, network.nobody())))
    expect(tries.filter((one) => one.status === 'fulfilled').length).toBe(1)
    expect((await send(network.payload, 'GET', '/api/v1/auth/me', { token: session })).status).toBe(401)
  })

  test('over HTTP: a weak password is refused and the link stays good; the second use is refused', async () => {
    const { email } = network.people.finance
    await post('/auth/forgot-password', { email })
    const token = await resetToken(email)
    expect((await post('/auth/reset-password', { token, password: 'aaaaaaaaaaaa' })).status).toBe(400)
    expect((await post('/auth/reset-password', { token, password: 'A wholly new way 1!' })).status).toBe(200)
    const again = await post<{ error: { code: string } }>('/auth/reset-password', { token, password: 'A wholly new way 1!' })
    expect([again.status, again.body.error.code]).toEqual([400, 'TOKEN_INVALID'])
    expect((await post('/auth/login', { email, password: 'A wholly new way 1!' })).status).toBe(200)
    expect((await post('/auth/login', { email, password: PASSWORD })).status).toBe(401)
  })

  test('an expired link does not work, and a second mail is not sent within a minute', async () => {
    const { email } = network.people.warehouse
    await perform(forgotPassword, { email }, network.nobody())
    await perform(forgotPassword, { email }, network.nobody())
    const mails = await ownerQuery(`select 1 from outbox_events where name = 'password.reset-requested' and data->>'email' = $1`, [email])
    expect(mails.length).toBe(1)
    const late = network.nobody({ now: new Date(Date.now() + 2 * 3_600_000) })
    await expect(perform(resetPassword, { token: await resetToken(email), credentials: CREDENTIALS }, late)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })
})

describe('the own account', () => {
  test('a new password needs the present one, ends every session and begins a new one', async () => {
    const { email } = network.people.sales
    const [one, other] = await Promise.all([1, 2].map(async () => (await post<SignedInBody>('/auth/login', { email, password: PASSWORD })).body.data.token))
    const wrong = await post<{ error: { details: { path: string }[] } }>('/users/me/password', { currentPassword: 'wrong', password: 'A wholly new way 1!' }, one)
    expect([wrong.status, wrong.body.error.details[0]?.path]).toEqual([400, 'currentPassword'])
    const changed = await post<SignedInBody>('/users/me/password', { currentPassword: PASSWORD, password: 'A wholly new way 1!' }, one)
    expect(changed.status).toBe(200)
    const me = async (token = '') => (await send(network.payload, 'GET', '/api/v1/auth/me', { token })).status
    expect([await me(changed.body.data.token), await me(one), await me(other)]).toEqual([200, 401, 401])
  })

  test('a new name follows into the memberships, from either door; address and password do not change by an edit', async () => {
    const { email, user } = network.d1.buyer
    const token = (await post<SignedInBody>('/auth/login', { email, password: PASSWORD })).body.data.token
    const patch = (path: string, body: object) => send(network.payload, 'PATCH', path, { body, token })
    const names = () => ownerQuery<{ person_name: string }>('select person_name from memberships where user_id = $1', [user])
    expect((await patch('/api/v1/users/me', { name: 'Bea Buyer', zone: 'Europe/Berlin' })).status).toBe(200)
    expect(await names()).toEqual([{ person_name: 'Bea Buyer' }])
    expect((await patch(`/api/users/${user}`, { name: 'Bob Buyer' })).status).toBe(200)
    expect(await names()).toEqual([{ person_name: 'Bob Buyer' }])
    expect((await patch(`/api/users/${user}`, { password: 'A wholly new way 1!' })).status).toBe(400)
    expect((await patch(`/api/users/${user}`, { email: 'other@d1.example' })).status).toBe(400)
    expect((await patch(`/api/users/${user}`, { status: 'suspended' })).status).toBe(200)
    const [row] = await ownerQuery('select email, status from users where id = $1', [user])
    expect(row).toEqual({ email, status: 'active' })
    expect((await patch('/api/v1/users/me', { status: 'active' })).status).toBe(400)
    const profile = await send<{ data: { zone: string } }>(network.payload, 'GET', '/api/v1/users/me', { token })
    expect(profile.body.data.zone).toBe('Europe/Berlin')
  })
})
