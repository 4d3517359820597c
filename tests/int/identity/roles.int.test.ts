import { beforeAll, expect, test } from '@jest/globals'

import { assignRoles, changeRole, copyRole, deleteRole, rolesFor } from '@/domain/identity'
import { perform } from '@/platform/perform'
import { aNetwork, type Network } from '@tests/builders/network'

let network: Network

beforeAll(async () => {
  network = await aNetwork()
})

const admin = () => network.caller(network.people.admin)

test('a copy starts with the permissions of its source, is changed, given, and counts from the next request on', async () => {
  const { role } = await perform(copyRole, { from: 'dealer-user', key: 'dealer-reader', name: 'Dealer reader' }, await admin())
  const roles = await rolesFor(await network.reader(network.people.admin), 'dealer')
  const [source, copy] = ['dealer-user', 'dealer-reader'].map((key) => roles.find((one) => one.key === key))
  expect(copy?.permissions).toEqual(source?.permissions)
  await perform(assignRoles, { id: network.d1.buyer.membership, roles: [{ role: 'dealer-reader' }] }, await admin())
  await perform(changeRole, { id: role, permissions: [{ key: 'order.read', reach: 'organization' }] }, await admin())
  const grants = (await network.principalFor(network.d1.buyer.email)).memberships[0]?.grants
  expect(grants).toEqual([{ permission: 'order.read', reach: 'organization', branch: null }])
  await expect(perform(deleteRole, { id: role }, await admin())).rejects.toMatchObject({ code: 'CONFLICT' })
  await perform(assignRoles, { id: network.d1.buyer.membership, roles: [{ role: 'dealer-user' }] }, await admin())
  await perform(deleteRole, { id: role }, await admin())
  await expect(perform(deleteRole, { id: role }, await admin())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a role takes no more than roles of its kind have, and only who may write roles makes one', async () => {
  const copy = (more: object) => ({ from: 'dealer-user', key: 'clever', name: 'Clever', ...more })
  await expect(perform(copyRole, copy({ permissions: [{ key: 'dealer.update', reach: 'organization' }] }), await admin())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await expect(perform(copyRole, copy({ permissions: [{ key: 'order.read', reach: 'network' }] }), await admin())).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  await expect(perform(copyRole, copy({ key: 'dealer-admin' }), await admin())).rejects.toMatchObject({ code: 'DUPLICATE' })
  await expect(perform(copyRole, copy({}), await network.caller(network.people.sales))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
  const [builtIn] = await rolesFor(await network.reader(network.people.admin), 'hq')
  await expect(perform(changeRole, { id: builtIn?.id ?? '', name: 'Mine' }, await admin())).rejects.toMatchObject({ code: 'CONFLICT' })
  const other = await aNetwork()
  await expect(perform(changeRole, { id: builtIn?.id ?? '', name: 'Mine' }, await other.caller(other.people.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
