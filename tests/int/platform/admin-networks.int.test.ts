import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { core } from '@/domain/registry'
import { forgetAdminNetworks } from '@/platform/access/admin-networks'
import { openSession } from '@/platform/access/sign-in'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { knock, send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'

type Body = { error: { code: string; message: string } }

let network: Network

beforeAll(async () => {
  network = await aNetwork()
})
beforeEach(() => forgetAdminNetworks())

const set = async (value: unknown, by = network.people.admin) =>
  perform(
    core.setSetting,
    { key: 'security.adminNetworks', value, organization: network.hq.id },
    await network.caller(by),
  )
const from = (ip: string) => ({ 'x-forwarded-for': ip })

describe('6.7: the networks of the headquarters', () => {
  test('let its people in from there only, at every door; dealers are not concerned', async () => {
    const hq = (await openSession(network.payload, network.people.sales.user)).token
    const dealer = (await openSession(network.payload, network.d1.buyer.user)).token
    await set(['203.0.113.0/24', '2001:db8::/32'])
    forgetAdminNetworks()
    const me = (token: string, ip: string) =>
      send<Body>(network.payload, 'GET', '/api/v1/auth/me', { token, headers: from(ip) })
    const rest = (token: string, ip: string) =>
      knock(
        network.payload,
        new Request('http://localhost:3000/api/brands', { headers: { authorization: `JWT ${token}`, ...from(ip) } }),
      )
    for (const ip of ['203.0.113.77', '::ffff:203.0.113.5', '2001:db8:1::1'])
      expect([ip, (await me(hq, ip)).status, (await rest(hq, ip)).status]).toEqual([ip, 200, 200])
    for (const ip of ['198.51.100.1', '203.0.114.1', '127.0.0.1', 'nonsense'])
      expect([ip, (await rest(hq, ip)).status]).toEqual([ip, 403])
    expect((await rest(hq, '198.51.100.1')).body.error).toMatchObject({ code: 'ADDRESS_NOT_LISTED' })
    expect((await me(dealer, '198.51.100.1')).status).toBe(200)
    const login = (ip: string) =>
      send<Body>(network.payload, 'POST', '/api/v1/auth/login', {
        body: { email: network.people.sales.email, password: PASSWORD },
        headers: from(ip),
      })
    expect((await login('198.51.100.1')).body.error).toMatchObject({ code: 'ADDRESS_NOT_LISTED' })
    expect((await login('203.0.113.1')).status).toBe(200)
    await set([])
    forgetAdminNetworks()
    expect((await me(hq, '198.51.100.1')).status).toBe(200)
  })

  test('are written as networks, by whoever may change policies', async () => {
    await expect(set(['300.1.1.1'])).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(set(['everywhere'])).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(set(['203.0.113.0/24'], network.people.sales)).rejects.toMatchObject({ status: 403 })
  })
})
