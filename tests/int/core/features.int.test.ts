import { beforeAll, describe, expect, test } from '@jest/globals'

import { settingsOf } from '@/domain/core'
import { apiKeyActions, createApiKey, revokeApiKey, rotateApiKey } from '@/domain/identity'
import { addDomain } from '@/domain/network'
import { core } from '@/domain/registry'
import { pasteCartLines } from '@/domain/sales'
import { perform } from '@/platform/perform'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
})

const set = async (key: string, value: boolean, organization = net.hq.id) => perform(core.setSetting, { organization, key, value }, await net.caller(net.people.admin))
const off = { code: 'FEATURE_OFF', status: 403 }

describe('features of an organization', () => {
  test('are on, inherited from HQ, switched off for all and on again for one dealer; the settings say where from', async () => {
    const paste = async (dealer: Network['d1']) => perform(pasteCartLines, { text: 'SKU-NONE 1' }, await net.caller(dealer.buyer, { organization: dealer.party }))
    expect(await paste(net.d1)).toMatchObject({ added: 0, failed: 1 })
    await set('sales.pastedLines', false)
    await expect(paste(net.d1)).rejects.toMatchObject({ ...off, message: expect.stringMatching(/^Quick order by pasting lines: switched off for Dealer D1/) })
    await set('sales.pastedLines', true, net.d2.party)
    expect(await paste(net.d2)).toMatchObject({ failed: 1 })
    const shown = async (organization: string) => (await settingsOf(await net.reader(net.people.admin), core.settings, organization)).find((one) => one.key === 'sales.pastedLines')
    expect(await shown(net.d1.party)).toMatchObject({ page: 'features', group: 'Features', value: false, from: { kind: 'above' } })
    expect(await shown(net.d2.party)).toMatchObject({ value: true, from: { kind: 'own' } })
    await expect(perform(core.setSetting, { organization: net.d1.party, key: 'sales.pastedLines', value: true }, await net.caller(net.d1.admin))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
  })

  test('keys of dealers: none is made or renewed without it, ending one is always possible, and HQ is free', async () => {
    const dealer = await net.caller(net.d1.admin, { organization: net.d1.party })
    const key = await perform(createApiKey, { name: 'Old', scopes: ['order.read'] }, dealer)
    await set('identity.apiKeys', false, net.d1.party)
    await expect(perform(createApiKey, { name: 'New', scopes: ['order.read'] }, dealer)).rejects.toMatchObject(off)
    await expect(perform(rotateApiKey, { id: key.id }, dealer)).rejects.toMatchObject(off)
    expect((await send(net.payload, 'GET', '/api/v1/orders', { token: key.secret })).status).toBe(200)
    const actions = await apiKeyActions(await net.reader(net.d1.admin), key.id)
    expect(actions.find((one) => one.verb === 'rotate')).toMatchObject({ allowed: false, reason: expect.stringContaining('API keys of dealers: switched off for Dealer D1') })
    expect(actions.find((one) => one.verb === 'revoke')).toMatchObject({ allowed: true })
    await perform(revokeApiKey, { id: key.id }, dealer)
    await perform(createApiKey, { name: 'HQ', scopes: ['order.read'] }, await net.caller(net.people.admin, { organization: net.hq.id }))
  })

  test('are named when somebody asks why not, with whom to ask', async () => {
    await set('network.portalDomains', false, net.d2.party)
    const dealer = await net.caller(net.d2.admin)
    await expect(perform(addDomain, { organization: net.d2.party, host: 'shop.d2.example' }, dealer)).rejects.toMatchObject(off)
    await perform(addDomain, { organization: net.d2.party, host: 'shop.d2.example' }, await net.caller(net.people.admin))
    const login = await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email: net.d2.admin.email, password: PASSWORD } })
    const why = await send<{ data: { allowed: boolean; missing: object[] } }>(net.payload, 'GET', `/api/v1/explain/permission?permission=domain.write&organization=${net.d2.party}`, { token: login.body.data.token })
    expect(why.body.data).toMatchObject({ allowed: false, missing: [{ kind: 'feature', says: expect.stringContaining('Portal domains of dealers: switched off for Dealer D2'), grantedBy: [{ name: null, organization: expect.stringContaining('Headquarters') }] }] })
    await set('network.portalDomains', true, net.d2.party)
    const now = await send<{ data: { allowed: boolean } }>(net.payload, 'GET', `/api/v1/explain/permission?permission=domain.write&organization=${net.d2.party}`, { token: login.body.data.token })
    expect(now.body.data.allowed).toBe(true)
  })
})
