import { beforeAll, describe, expect, test } from '@jest/globals'

import { listAudit } from '@/domain/core'
import { flushRecorder } from '@/platform/recorder/recorder'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import type { Person } from '@tests/builders/people'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const signIn = (email: string, password: string, ip: string) =>
  send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password }, headers: { 'x-forwarded-for': ip } })
const activity = async ({ user }: Person) => {
  await drainJobs(net.payload)
  await flushRecorder(net.payload)
  const { rows } = await listAudit(await net.reader(net.people.admin), { actor: user, limit: 100 })
  return rows.map(({ action, outcome, reason, ip }) => ({ action, outcome, reason, ip }))
}

describe('the activity of a person', () => {
  test('tells sign-ins, wrong passwords, sign-outs and password changes, with outcome and origin', async () => {
    const person = net.d1.buyer
    const { body } = await signIn(person.email, PASSWORD, '203.0.113.20')
    await signIn(person.email, 'wrong password 1', '203.0.113.21')
    await send(net.payload, 'POST', '/api/v1/users/me/password', { token: body.data.token, body: { currentPassword: PASSWORD, password: 'A wholly new way 1!' } })
    await send(net.payload, 'POST', '/api/v1/auth/forgot-password', { body: { email: person.email } })
    const again = await signIn(person.email, 'A wholly new way 1!', '203.0.113.20')
    await send(net.payload, 'POST', '/api/v1/auth/logout', { token: again.body.data.token, body: {} })
    const told = await activity(person)
    expect(told).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'LOGIN', outcome: 'success', ip: '203.0.113.20' }),
        expect.objectContaining({ action: 'LOGIN_FAILED', outcome: 'failure', reason: 'The password was wrong.', ip: '203.0.113.21' }),
        expect.objectContaining({ action: 'PASSWORD_CHANGE', outcome: 'success' }),
        expect.objectContaining({ action: 'PASSWORD_RESET', outcome: 'pending' }),
        expect.objectContaining({ action: 'LOGOUT', outcome: 'success' }),
      ]),
    )
  })

  test('is not flooded by wrong passwords: ten of an hour one by one, then each time their number doubled; all are in the history', async () => {
    const person = net.d2.buyer
    for (let n = 0; n < 41; n += 1) await signIn(person.email, `wrong password ${n}`, `198.51.${n}.7`)
    const [{ most } = { most: 0 }] = await ownerQuery<{ most: number }>(
      `select max(n)::int as most from (select count(*) as n from sign_ins where user_id = $1 and outcome = 'wrong-password' group by date_trunc('hour', at)) x`,
      [person.user],
    )
    const told = (await activity(person)).filter(({ action }) => action === 'LOGIN_FAILED')
    // Two hours when the clock strikes in between.
    expect(told.length).toBeLessThanOrEqual(most === 41 ? 12 : 24)
    if (most === 41) expect(told.slice(0, 2).map(({ reason }) => reason)).toEqual(['The password was wrong, 40 times in this hour.', 'The password was wrong, 20 times in this hour.'])
    const history = await ownerQuery<{ n: number }>(`select count(*)::int as n from sign_ins where user_id = $1 and outcome <> 'signed-in'`, [person.user])
    expect(history[0]?.n).toBe(41)
  })
})
