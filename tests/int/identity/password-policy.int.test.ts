import { beforeAll, describe, expect, test } from '@jest/globals'

import { inviteMember, securityPolicyOf } from '@/domain/identity'
import { core } from '@/domain/registry'
import { openToken } from '@/platform/one-time-token'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { invitationToken, type Person } from '@tests/builders/people'
import { ownerQuery } from '@tests/setup/database'

type Body = { data: { token: string }; error: { code: string; message: string; details: { path: string; message: string }[] } }

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const post = (path: string, body: object, token?: string) => send<Body>(net.payload, 'POST', `/api/v1${path}`, { body, ...(token ? { token } : {}) })
const signIn = (email: string, password = PASSWORD) => post('/auth/login', { email, password })
const set = async (key: string, value: unknown) => perform(core.setSetting, { organization: net.hq.id, key: `identity.${key}`, value }, await net.caller(net.people.admin))
const aged = (person: Person, days: number) => ownerQuery(`update password_history set created_at = now() - make_interval(days => $2) where user_id = $1`, [person.user, days])

describe('what a password must look like', () => {
  test('is asked at every door: change, reset, invitation, and Payload’s own', async () => {
    const weak = 'Password-2026'
    const said = (answer: { status: number; body: Body }) => [answer.status, answer.body.error.details[0]?.path]
    const { email } = net.d1.buyer
    const token = (await signIn(email)).body.data.token
    expect(said(await post('/users/me/password', { currentPassword: PASSWORD, password: weak }, token))).toEqual([400, 'password'])
    await post('/auth/forgot-password', { email })
    const [row] = await ownerQuery<{ box: string }>(`select data->>'sealedToken' as box from outbox_events where name = 'password.reset-requested'`)
    expect(said(await post('/auth/reset-password', { token: openToken('reset', row?.box ?? ''), password: weak }))).toEqual([400, 'password'])
    const invited = 'iris@d1.example'
    await perform(inviteMember, { organization: net.d1.party, email: invited, name: 'Iris Invited', roles: [{ role: 'dealer-user' }] }, await net.caller(net.d1.admin))
    const invitation = await invitationToken(net.payload, invited)
    for (const password of [weak, 'Hello-Iris-17', 'short1!A'.slice(0, 7)]) expect(said(await post('/auth/accept-invitation', { token: invitation, password }))).toEqual([400, 'password'])
    expect((await post('/auth/accept-invitation', { token: invitation, password: 'A wholly new way 1!' })).status).toBe(200)
    const made = { collection: 'users' as const, overrideAccess: true, data: { email: 'x@nowhere.example', name: 'Xenia', password: weak, status: 'active' as const } }
    await expect(net.payload.create(made)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const { user } = net.d1.buyer
    await expect(net.payload.update({ collection: 'users', id: user, data: { password: 'A wholly new way 1!' }, overrideAccess: true })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(net.payload.resetPassword({ collection: 'users', data: { token: 'x', password: 'A wholly new way 1!' }, overrideAccess: true })).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    expect((await send(net.payload, 'POST', '/api/users/first-register', { body: { email: 'y@nowhere.example', password: weak } })).status).toBe(404)
  })

  test('the last ones do not come back; five by default, here two', async () => {
    const { email, user } = net.people.sales
    expect((await securityPolicyOf(await net.reader(net.people.admin), user)).password.history).toBe(5)
    await set('passwordHistory', 2)
    let current = PASSWORD
    let token = (await signIn(email)).body.data.token
    const change = async (password: string) => {
      const answer = await post('/users/me/password', { currentPassword: current, password }, token)
      if (answer.status === 200) [current, token] = [password, answer.body.data.token]
      return answer.status === 200 ? 'changed' : answer.body.error.details[0]?.message
    }
    const one = (n: number) => `A wholly new way ${n}!`
    expect(await change(one(1))).toBe('changed')
    expect(await change(one(2))).toBe('changed')
    expect([await change(one(2)), await change(one(1))]).toEqual(['was used before', 'was used before'])
    expect(await change(one(3))).toBe('changed')
    expect(await change(one(1))).toBe('changed')
    const kept = await ownerQuery<{ hash: string }>('select hash from password_history where user_id = $1', [user])
    expect(kept.length).toBe(5)
    expect(kept.every(({ hash }) => hash.startsWith('pbkdf2-sha256-v1:'))).toBe(true)
  })

  test('the modern profile asks for length instead of kinds', async () => {
    await set('passwordProfile', 'modern')
    const token = (await signIn(net.d2.buyer.email)).body.data.token
    const change = (password: string) => post('/users/me/password', { currentPassword: PASSWORD, password }, token)
    expect((await change('Sh0rter-1!x')).body.error.message).toBe('A password has at least 12 characters.')
    expect((await change('four words make one')).status).toBe(200)
    await set('passwordProfile', 'classic')
  })
})

describe('passwords that are too old', () => {
  test('an administrator gets a one-time way to a new one instead of a session; others keep theirs', async () => {
    const admin = net.d1.admin
    await aged(admin, 91)
    await aged(net.d2.admin, 89)
    await aged(net.people.warehouse, 400)
    const old = await signIn(admin.email)
    expect([old.status, old.body.error.code, old.body.error.message]).toEqual([403, 'PASSWORD_EXPIRED', 'Your password is older than 90 days; choose a new one.'])
    expect((await signIn(admin.email, 'wrong')).body.error.code).toBe('SIGN_IN_REFUSED')
    expect([(await signIn(net.d2.admin.email)).status, (await signIn(net.people.warehouse.email)).status]).toEqual([200, 200])
    const token = old.body.error.details.find((one) => one.path === 'token')?.message ?? ''
    expect((await post('/auth/reset-password', { token, password: 'A wholly new way 1!' })).status).toBe(200)
    expect((await signIn(admin.email, 'A wholly new way 1!')).status).toBe(200)
  })

  test('an administrator asks a person for a new one: sessions end, the old one does not sign in, nobody sets it', async () => {
    const hq = (await signIn(net.people.admin.email)).body.data.token
    const { membership, email } = net.people.finance
    const session = (await signIn(email)).body.data.token
    expect((await post(`/users/${membership}/order-password`, {}, hq)).status).toBe(200)
    expect((await send(net.payload, 'GET', '/api/v1/auth/me', { token: session })).status).toBe(401)
    expect((await signIn(email)).body.error.code).toBe('PASSWORD_ORDERED')
    const rows = await ownerQuery<{ box: string }>(`select data->>'sealedToken' as box from outbox_events where name = 'password.reset-requested' and data->>'email' = $1`, [email])
    const set = await post('/auth/reset-password', { token: openToken('reset', rows.at(-1)?.box ?? ''), password: 'A wholly new way 1!' })
    expect([set.status, (await signIn(email, 'A wholly new way 1!')).status]).toEqual([200, 200])
    const own = await post(`/users/${net.people.admin.membership}/order-password`, {}, hq)
    expect(own.status).toBe(400)
  })
})
