import { beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'

import { settingsOf } from '@/domain/core'
import { companyOf, setCompany } from '@/domain/network'
import { companyHours, companyPhone } from '@/domain/network/settings'
import { core } from '@/domain/registry'
import { autoConfirm } from '@/domain/sales/settings'
import { adminNetworks } from '@/platform/access/admin-networks'
import { defineOperation } from '@/platform/operation'
import { perform } from '@/platform/perform'
import { forgetSettings, settingNow } from '@/platform/settings-cache'
import { aNetwork, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'

let net: Network
let branch: string

beforeAll(async () => {
  net = await aNetwork()
  const create = await creatorFor(net.payload, net.people.admin.email)
  branch = await create('branches', { code: 'B9', name: 'Harbour', organization: net.hq.id })
})

const view = async (key: string, where: { organization: string; branch?: string }) =>
  (await settingsOf(await net.reader(net.people.admin), core.settings, where)).find((one) => one.key === key)

describe('settings by level', () => {
  test('a branch has its own value, the organization another, and reset goes back one level at a time', async () => {
    const admin = await net.caller(net.people.admin)
    const key = companyPhone.key
    await perform(core.setSetting, { organization: net.hq.id, key, value: '100' }, admin)
    const { revision } = await perform(core.setSetting, { organization: net.hq.id, branch, key, value: '200', revision: 0 }, admin)
    expect(revision).toBe(1)
    expect(await view(key, { organization: net.hq.id, branch })).toMatchObject({ value: '200', revision: 1, from: { kind: 'own', organization: 'Harbour' }, inherited: { value: '100' } })
    expect(await view(key, { organization: net.hq.id })).toMatchObject({ value: '100' })
    expect(await view(key, { organization: net.d1.party })).toMatchObject({ value: '100', from: { kind: 'above', organization: expect.any(String) } })
    const read = defineOperation({ name: 'test.read', permission: null, summary: '', input: z.strictObject({}), run: async (ctx) => [await ctx.setting(companyPhone, net.hq.id, branch), await ctx.setting(companyPhone, net.hq.id)] })
    expect(await perform(read, {}, admin)).toEqual(['200', '100'])
    await perform(core.resetSetting, { organization: net.hq.id, branch, key, revision: 1 }, admin)
    expect(await view(key, { organization: net.hq.id, branch })).toMatchObject({ value: '100', revision: 0 })
  })

  test('a stale revision, a level without values and a foreign branch are refused', async () => {
    const admin = await net.caller(net.people.admin)
    const key = autoConfirm.key
    await perform(core.setSetting, { organization: net.hq.id, key, value: true }, admin)
    await expect(perform(core.setSetting, { organization: net.hq.id, key, value: false, revision: 0 }, admin)).rejects.toMatchObject({ code: 'STALE_REVISION' })
    await expect(perform(core.setSetting, { organization: net.hq.id, branch, key, value: false }, admin)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(core.setSetting, { organization: net.d1.party, branch, key: companyPhone.key, value: '1' }, admin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await perform(core.resetSetting, { organization: net.hq.id, key }, admin)
  })

  test('a dealer decides about its own hours and not about what headquarters decides', async () => {
    const dealer = await net.caller(net.d1.admin)
    const place = { organization: net.d1.party }
    await expect(perform(core.setSetting, { ...place, key: autoConfirm.key, value: true }, dealer)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await perform(core.setSetting, { ...place, key: companyHours.key, value: { ...companyHours.default, saturday: [{ from: '10:00', to: '13:00' }] } }, dealer)
    await expect(perform(core.setSetting, { organization: net.d2.party, key: companyHours.key, value: companyHours.default }, dealer)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(core.setSetting, { ...place, key: companyHours.key, value: { monday: [] } }, dealer)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const mine = await settingsOf(await net.reader(net.d1.admin), core.settings, place)
    expect(mine.map(({ key }) => key)).not.toContain(adminNetworks.key)
    expect((await settingsOf(await net.reader(net.people.admin), core.settings, net.hq.id)).map(({ key }) => key)).toContain(adminNetworks.key)
    expect(mine.find((one) => one.key === autoConfirm.key)?.change).toEqual({ allowed: false, reason: 'The headquarters decides about this.' })
    expect(mine.find((one) => one.key === companyHours.key)?.change.allowed).toBe(true)
  })

  test('a cached reader sees a change within its two seconds', async () => {
    const admin = await net.caller(net.people.admin)
    forgetSettings()
    expect(await settingNow(net.payload, autoConfirm, net.d2.party)).toBe(false)
    await perform(core.setSetting, { organization: net.hq.id, key: autoConfirm.key, value: true }, admin)
    await new Promise((resolve) => setTimeout(resolve, 2_100))
    expect(await settingNow(net.payload, autoConfirm, net.d2.party)).toBe(true)
    await perform(core.resetSetting, { organization: net.hq.id, key: autoConfirm.key }, admin)
  })
})

describe('company settings', () => {
  test('one change writes the row and the settings; a dealer without the right leaves both as they are', async () => {
    const admin = await net.caller(net.people.admin)
    await perform(setCompany, { organization: net.hq.id, name: 'Northstar Vehicles', email: 'office@northstar.example', terms: 'Thirty days.' }, admin)
    const company = await companyOf(await net.reader(net.people.admin), net.hq.id)
    expect(company).toMatchObject({ name: 'Northstar Vehicles', email: 'office@northstar.example', terms: 'Thirty days.', from: { email: { kind: 'own' }, privacy: { kind: 'default' } } })
    const dealer = await net.caller(net.d1.admin)
    await expect(perform(setCompany, { organization: net.d1.party, name: 'Mine', phone: '5' }, dealer)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await perform(setCompany, { organization: net.d1.party, phone: '5' }, dealer)
    expect(await companyOf(await net.reader(net.d1.admin), net.d1.party)).toMatchObject({ phone: '5', terms: 'Thirty days.', from: { terms: { kind: 'above', organization: 'Northstar Vehicles' } } })
    await perform(setCompany, { organization: net.d1.party, phone: null }, dealer)
    expect(await companyOf(await net.reader(net.d1.admin), net.d1.party)).toMatchObject({ from: { phone: { kind: 'above' } } })
  })
})
