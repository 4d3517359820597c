import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals'

import { addRole, assignRoles, changeRole, copyRole, deleteRole, holdersOf, inviteMember, listRoles, memberAccess, reinstateMember, removeMember, rolePage, suspendMember, takeRole } from '@/domain/identity'
import { openSession } from '@/platform/access/sign-in'
import { perform } from '@/platform/perform'
import { send } from '@tests/builders/http'
import { aDealer, aNetwork, type DealerSide, type Network } from '@tests/builders/network'
import { creatorFor } from '@tests/builders/places'
import { aPerson, type Person } from '@tests/builders/people'
import { ownerQuery } from '@tests/setup/database'

let network: Network
let count = 0

beforeAll(async () => {
  network = await aNetwork()
})

const by = (person: Person) => network.caller(person)
const hire = async (side: DealerSide, roles: string[], grantor = side.admin) => {
  count += 1
  return aPerson(network.payload, await by(grantor), { organization: side.party, email: `person${count}@${side.slug}.example`, name: `Person ${count}`, roles })
}
const administrators = async (organization: string) =>
  (await ownerQuery<{ n: number }>(
    `select count(distinct m.id)::int as n from memberships m join membership_roles mr on mr.membership_id = m.id join role_permissions p on p.role_id = mr.role_id
     where m.organization_id = $1 and m.status = 'active' and mr.branch_id is null and p.key = 'member.assign-role'`,
    [organization],
  ))[0]?.n

describe('an organization keeps an administrator', () => {
  let side: DealerSide
  let other: Person
  beforeEach(async () => {
    count += 1
    side = await aDealer(network.payload, await by(network.people.admin), `R${count}`)
    other = await hire(side, ['dealer-admin'])
  })

  const deeds = [
    ['take each other’s role', (target: Person) => [assignRoles, { id: target.membership, roles: [{ role: 'dealer-user' }] }]],
    ['suspend each other', (target: Person) => [suspendMember, { id: target.membership }]],
    ['remove each other', (target: Person) => [removeMember, { id: target.membership }]],
  ] as const

  test.each(deeds)('two administrators who %s at the same moment leave one', async (_, deed) => {
    const callers = [await by(side.admin), await by(other)] as const
    const tried = await Promise.allSettled(
      [other, side.admin].map((target, index) => {
        const [operation, input] = deed(target)
        return perform(operation as typeof removeMember, input as { id: string }, callers[index] ?? callers[0])
      }),
    )
    expect(tried.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await administrators(side.party)).toBe(1)
  })

  test('also when the last right goes through a role, and headquarters may still end a stolen account', async () => {
    const { role } = await perform(copyRole, { from: 'dealer-admin', name: 'Chief' }, await by(side.admin))
    const chief = { roles: [{ role }] }
    await perform(assignRoles, { id: other.membership, ...chief }, await by(side.admin))
    await perform(assignRoles, { id: side.admin.membership, ...chief }, await by(other))
    const { permissions } = await rolePage(await network.reader(side.admin), role)
    const less = permissions.filter(({ key }) => key !== 'member.assign-role')
    await expect(perform(changeRole, { id: role, permissions: less }, await by(side.admin))).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('without an administrator') })
    const hq = await by(network.people.admin)
    await perform(suspendMember, { id: other.membership }, hq)
    await perform(suspendMember, { id: side.admin.membership }, hq)
    await perform(reinstateMember, { id: side.admin.membership }, hq)
    expect(await administrators(side.party)).toBe(1)
  })
})

describe('roles of an organization', () => {
  test('a dealer’s administrator copies, changes and gives its own role; another dealer never sees it', async () => {
    const admin = await by(network.d1.admin)
    const { role, key } = await perform(copyRole, { from: 'dealer-user', name: 'Counter sales', description: 'Sells at the counter.' }, admin)
    expect(key).toBe('counter-sales')
    await perform(changeRole, { id: role, name: 'Counter', permissions: [{ key: 'order.read', reach: 'organization' }, { key: 'payment.read', reach: 'organization' }] }, admin)
    const page = await rolePage(await network.reader(network.d1.admin), role)
    expect(page).toMatchObject({ name: 'Counter', builtIn: false, canChange: true, organization: network.d1.party, source: { name: 'Dealer buyer' } })
    const person = await hire(network.d1, [key])
    expect((await network.principalFor(person.email)).memberships[0]?.grants.map((one) => one.permission).sort()).toEqual(['order.read', 'payment.read'])
    await expect(rolePage(await network.reader(network.d2.admin), role)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await listRoles(await network.reader(network.d2.admin))).map((one) => one.id)).not.toContain(role)
    await expect(perform(inviteMember, { email: 'x@d2.example', name: 'X', roles: [{ role: key }] }, await by(network.d2.admin))).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(inviteMember, { email: 'x@d2.example', name: 'X', roles: [{ role }] }, await by(network.d2.admin))).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(changeRole, { id: role, name: 'Mine' }, await by(network.d2.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(perform(deleteRole, { id: role }, admin)).rejects.toMatchObject({ code: 'CONFLICT' })
    await perform(assignRoles, { id: person.membership, roles: [{ role: 'dealer-user' }] }, admin)
    await perform(deleteRole, { id: role }, admin)
  })

  test('headquarters sees and changes the roles of its dealers; built-in ones stay as they are for everybody', async () => {
    const { role } = await perform(copyRole, { from: 'dealer-technician', name: 'Workshop' }, await by(network.d2.admin))
    expect((await listRoles(await network.reader(network.people.admin))).map((one) => one.id)).toContain(role)
    await perform(changeRole, { id: role, description: 'Looked at by headquarters.' }, await by(network.people.admin))
    const [builtIn] = (await listRoles(await network.reader(network.d2.admin))).filter((one) => one.builtIn)
    for (const person of [network.d2.admin, network.people.admin]) {
      for (const operation of [changeRole, deleteRole]) {
        await expect(perform(operation as typeof deleteRole, { id: builtIn?.id ?? '' }, await by(person))).rejects.toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('built-in') })
      }
    }
    await perform(deleteRole, { id: role }, await by(network.people.admin))
  })
})

describe('nobody grants more than he has', () => {
  test('not by copying, widening or giving a role, nor by asking somebody else’s address for himself', async () => {
    const admin = await by(network.d1.admin)
    await perform(copyRole, { from: 'dealer-admin', name: 'Helper', permissions: ['member.read', 'member.invite', 'member.assign-role', 'role.read', 'role.write', 'order.read'].map((key) => ({ key, reach: 'organization' as const })) }, admin)
    const helper = await hire(network.d1, ['helper'])
    const mine = await by(helper)
    await expect(perform(copyRole, { from: 'dealer-admin', name: 'Mighty' }, mine)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    const { role } = await perform(copyRole, { from: 'dealer-user', name: 'Small', permissions: [{ key: 'order.read', reach: 'organization' }] }, mine)
    await expect(perform(changeRole, { id: role, permissions: [{ key: 'order.read', reach: 'organization' }, { key: 'order.submit', reach: 'organization' }] }, mine)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(perform(changeRole, { id: role, permissions: [{ key: 'order.read', reach: 'network' }] }, mine)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(changeRole, { id: role, permissions: [{ key: 'dealer.read', reach: 'organization' }] }, mine)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const { role: stronger } = await perform(copyRole, { from: 'dealer-user', name: 'Stronger' }, admin)
    await expect(perform(changeRole, { id: stronger, permissions: [{ key: 'order.read', reach: 'organization' }] }, mine)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(perform(addRole, { id: network.d1.buyer.membership, role: 'dealer-admin' }, mine)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(perform(assignRoles, { id: helper.membership, roles: [{ role: 'dealer-admin' }] }, mine)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(assignRoles, { id: network.d1.admin.membership, roles: [{ role }] }, mine)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(perform(inviteMember, { email: helper.email, name: 'Me', roles: [{ role }] }, mine)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('not through a branch: who holds a role in one branch gives it there and nowhere else', async () => {
    const create = await creatorFor(network.payload, network.d1.admin.email)
    const made = (await create('branches', { code: 'N', name: 'North' })) as unknown
    const branch = typeof made === 'string' ? made : (made as { id: string }).id
    const local = await hire(network.d1, ['dealer-technician'])
    await perform(addRole, { id: local.membership, role: 'dealer-admin', branch }, await by(network.d1.admin))
    const mine = await by(local)
    for (const wish of [{ role: 'dealer-admin' }, { role: 'dealer-admin', branch: null }]) {
      await expect(perform(addRole, { id: network.d1.buyer.membership, ...wish }, mine)).rejects.toMatchObject({ code: expect.stringMatching(/NOT_FOUND|PERMISSION_REFUSED/) })
    }
    await expect(perform(copyRole, { from: 'dealer-user', name: 'From a branch' }, mine)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    const access = await memberAccess(await network.reader(network.d1.admin), local.membership)
    const held = access.permissions.find(({ permission }) => permission === 'member.invite')
    expect(held?.sources).toEqual([expect.objectContaining({ roleName: 'Dealer administrator', branch, branchName: 'North' })])
    await perform(takeRole, { id: local.membership, role: 'dealer-admin' }, await by(network.d1.admin))
    await expect(perform(takeRole, { id: local.membership, role: 'dealer-technician' }, await by(network.d1.admin))).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('who has what and why', () => {
  test('per person and per permission, for whom the reader sees', async () => {
    const reader = await network.reader(network.d1.admin)
    const { permissions, paused } = await memberAccess(reader, network.d1.buyer.membership)
    expect(paused).toBeNull()
    expect(permissions.find(({ permission }) => permission === 'order.submit')?.sources.map((one) => one.roleName)).toEqual(['Dealer buyer'])
    const holders = await holdersOf(reader, 'order.submit', { limit: 100 })
    expect(holders.rows.map((one) => one.organization)).toEqual(holders.rows.map(() => network.d1.party))
    await expect(memberAccess(reader, network.d2.buyer.membership)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const everywhere = await holdersOf(await network.reader(network.people.admin), 'order.submit', { limit: 2 })
    expect(everywhere.nextCursor).not.toBeNull()
  })

  test('over HTTP with the endpoints of the requirement documents', async () => {
    const { token } = await openSession(network.payload, network.people.admin.user)
    const call = <T = { data: Record<string, unknown> }>(method: string, path: string, body?: object) => send<T>(network.payload, method, `/api/v1${path}`, { token, ...(body ? { body } : {}) })
    const { membership } = network.d2.buyer
    expect((await call('POST', `/admin/users/${membership}/roles`, { role: 'dealer-technician' })).status).toBe(201)
    expect((await call('POST', `/admin/users/${membership}/roles`, { role: 'dealer-technician' })).status).toBe(409)
    expect((await call('DELETE', `/admin/users/${membership}/roles/dealer-technician`)).status).toBe(200)
    expect((await call('PUT', `/admin/users/${membership}/status`, { status: 'suspended' })).body.data).toMatchObject({ status: 'suspended' })
    expect((await call('PUT', `/admin/users/${membership}/status`, { status: 'active' })).body.data).toMatchObject({ status: 'active' })
    expect((await call('PUT', `/admin/users/${membership}/password`, { password: 'Chosen by somebody else 1' })).status).toBe(400)
    expect((await call('PUT', `/admin/users/${membership}/password`, {})).body.data).toMatchObject({ sent: true })
    const explained = await call<{ data: { key: string; sentence: string }[] }>('GET', '/admin/permissions')
    expect(explained.body.data.every(({ sentence }) => sentence.length > 8)).toBe(true)
    const roles = await call<{ data: { id: string; key: string }[] }>('GET', '/admin/roles?audience=dealer&q=buyer')
    expect(roles.body.data.map((one) => one.key)).toEqual(['dealer-user'])
    expect((await call('GET', '/admin/permissions/no.such/holders')).status).toBe(404)
    expect((await call('DELETE', `/admin/roles/${roles.body.data[0]?.id ?? ''}`)).status).toBe(409)
  })
})
