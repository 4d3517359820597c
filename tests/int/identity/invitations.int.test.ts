import { beforeAll, describe, expect, test } from '@jest/globals'

import { acceptInvitation, assignRoles, inviteMember, removeMember, resendInvitation, revokeInvitation } from '@/domain/identity'
import { loadPrincipal } from '@/platform/access/load-principal'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { CREDENTIALS } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { aPerson, invitationToken } from '@tests/builders/people'
import { ownerQuery } from '@tests/setup/database'

let network: Network

beforeAll(async () => {
  network = await aNetwork()
})

const invite = async (email: string, roles: string[], by = network.d1.admin, organization?: string) =>
  perform(
    inviteMember,
    { email, name: 'New Person', roles: roles.map((role) => ({ role })), ...(organization ? { organization } : {}) },
    await network.caller(by),
  )

describe('inviting', () => {
  test('a known and an unknown address are answered alike, and nothing of the known person shows', async () => {
    const known = await invite(network.d2.buyer.email, ['dealer-user'])
    const unknown = await invite('fresh@d1.example', ['dealer-user'])
    expect(Object.keys(known)).toEqual(Object.keys(unknown))
    const [member] = await ownerQuery('select person_name from memberships where id = $1', [known.membership])
    expect(member).toEqual({ person_name: 'New Person' })
    await expect(invite('fresh@d1.example', ['dealer-user'])).rejects.toMatchObject({ code: 'DUPLICATE' })
  })

  test('the token is stored as a hash and is sealed in the event', async () => {
    await invite('sealed@d1.example', ['dealer-user'])
    const token = await invitationToken(network.payload, 'sealed@d1.example')
    const events = await ownerQuery<{ data: string }>(`select data::text from outbox_events where name = 'member.invited'`)
    expect(events.some(({ data }) => data.includes(token))).toBe(false)
    const [row] = await ownerQuery<{ ok: boolean }>(`select exists (select 1 from auth_tokens where token_hash = sha256($1::bytea)) as ok`, [Buffer.from(token)])
    expect(row?.ok).toBe(true)
  })

  test('a grantor never gives more than it holds', async () => {
    const buyer = await aPerson(network.payload, await network.caller(network.d1.admin), {
      organization: network.d1.party,
      email: 'plain@d1.example',
      name: 'Plain',
      roles: ['dealer-user'],
    })
    await expect(invite('x@d1.example', ['dealer-user'], buyer)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(invite('x@hq.example', ['super-admin'], network.people.sales)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    await expect(invite('x@d1.example', ['hq-admin'])).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(invite('x@d2.example', ['dealer-user'], network.d1.admin, network.d2.party)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    // From above a role is given as it is, but only who administers people makes somebody an administrator.
    expect((await invite('y@d2.example', ['dealer-user'], network.people.sales, network.d2.party)).status).toBe('invited')
    await expect(invite('z@d2.example', ['dealer-admin'], network.people.sales, network.d2.party)).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
    expect((await invite('z@d2.example', ['dealer-admin'], network.people.admin, network.d2.party)).status).toBe('invited')
  })
})

describe('accepting', () => {
  test('twenty at once with one token: one succeeds (PF8)', async () => {
    await invite('race@d1.example', ['dealer-user'])
    const token = await invitationToken(network.payload, 'race@d1.example')
    const tries = Array.from({ length: 20 }, () => perform(acceptInvitation, { token, credentials: CREDENTIALS }, network.nobody()))
    const outcomes = await Promise.allSettled(tries)
    expect(outcomes.filter((one) => one.status === 'fulfilled').length).toBe(1)
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [(one.reason as { code: string }).code] : []))
    expect(new Set(refused)).toEqual(new Set(['TOKEN_INVALID']))
  })

  test('over HTTP: a new person sets a password and is signed in; an old one joins with its own', async () => {
    await invite('web@d1.example', ['dealer-user'])
    const token = await invitationToken(network.payload, 'web@d1.example')
    const post = (path: string, body: object) => send<{ data: Record<string, unknown>; error?: { code: string } }>(network.payload, 'POST', `/api/v1/auth/${path}`, { body })
    const about = await post('invitation', { token })
    expect(about.body.data).toMatchObject({ email: 'web@d1.example', needsPassword: true })
    expect((await post('accept-invitation', { token, password: 'short' })).status).toBe(400)
    const done = await post('accept-invitation', { token, password: 'A long enough password 1', name: 'Wanda Web' })
    expect(done.status).toBe(200)
    expect(done.body.data['user']).toMatchObject({ name: 'Wanda Web' })
    expect((await post('accept-invitation', { token, password: 'A long enough password 1' })).body.error?.code).toBe('TOKEN_INVALID')
    await invite('web@d1.example', ['dealer-user'], network.d2.admin)
    const second = await post('accept-invitation', { token: await invitationToken(network.payload, 'web@d1.example') })
    expect(second.body.data).toMatchObject({ accepted: true, signedIn: false })
    const principal = await network.principalFor('web@d1.example')
    expect(principal.memberships.map((one) => one.organization.id).sort()).toEqual([network.d1.party, network.d2.party].sort())
  })

  test('an expired, a resent and a revoked link do not work', async () => {
    const { invitation } = await invite('late@d1.example', ['dealer-user'])
    const first = await invitationToken(network.payload, 'late@d1.example')
    const caller = await network.caller(network.d1.admin)
    const inAYear = new Date(Date.now() + 365 * 86_400_000)
    const use = (token: string, now?: Date) => perform(acceptInvitation, { token, credentials: CREDENTIALS }, network.nobody(now ? { now } : {}))
    await expect(use(first, inAYear)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    await perform(resendInvitation, { id: invitation }, caller)
    const second = await invitationToken(network.payload, 'late@d1.example')
    await expect(use(first)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    await perform(revokeInvitation, { id: invitation }, caller)
    await expect(use(second)).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    await expect(perform(resendInvitation, { id: invitation }, caller)).rejects.toMatchObject({ code: 'STATE_REFUSED' })
    await expect(perform(revokeInvitation, { id: invitation }, await network.caller(network.d2.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('members', () => {
  test('roles are replaced, audited, and count from the next request on', async () => {
    const person = await aPerson(network.payload, await network.caller(network.d1.admin), { organization: network.d1.party, email: 'roles@d1.example', name: 'Rolf', roles: ['dealer-user'] })
    const caller = await network.caller(network.d1.admin)
    await perform(assignRoles, { id: person.membership, roles: [{ role: 'dealer-technician' }] }, caller)
    const principal = await loadPrincipal(poolOf(network.payload), person.user, null)
    const held = principal?.memberships[0]?.grants.map((grant) => grant.permission) ?? []
    expect(held).toContain('order.read')
    expect(held).not.toContain('order.submit')
    const audit = await ownerQuery(`select 1 from audit_log where operation = 'member.assign-role' and subject_type = 'membership-roles'`)
    expect(audit.length).toBeGreaterThanOrEqual(2)
    await expect(perform(assignRoles, { id: person.membership, roles: [{ role: 'hq-admin' }] }, caller)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
  })

  test('nobody changes its own membership, nor that of somebody who holds more', async () => {
    const caller = await network.caller(network.people.admin)
    await expect(perform(removeMember, { id: network.people.admin.membership }, caller)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    const deputy = await aPerson(network.payload, caller, { organization: network.hq.id, email: 'deputy@hq.example', name: 'Deputy', roles: ['hq-admin'] })
    await expect(perform(removeMember, { id: network.people.admin.membership }, await network.caller(deputy))).rejects.toMatchObject({ code: 'PERMISSION_REFUSED' })
  })

  test("another dealer's member is not there", async () => {
    const caller = await network.caller(network.d2.admin)
    await expect(perform(removeMember, { id: network.d1.buyer.membership }, caller)).rejects.toMatchObject({ code: 'NOT_FOUND', message: 'The member was not found.' })
  })
})
