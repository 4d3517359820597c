import { beforeAll, describe, expect, test } from '@jest/globals'

import { listAudit } from '@/domain/core'
import { erasePerson, removeMember, updateProfile } from '@/domain/identity'
import { openSession } from '@/platform/access/sign-in'
import { poolOf } from '@/platform/db/pool'
import { perform } from '@/platform/perform'
import { keysFor } from '@/platform/privacy/subject-keys'
import { sealAll } from '@tests/builders/audit'
import { send } from '@tests/builders/http'
import { expectHealthy } from '@tests/builders/doctor'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type Network } from '@tests/builders/network'
import { anOrder } from '@tests/builders/orders'
import { ownerQuery } from '@tests/setup/database'

let net: Network

beforeAll(async () => {
  net = await aNetwork()
  const pump = await net.aVariant({ stock: 10 })
  await anOrder(net, [{ sku: pump.sku, quantity: 1 }])
  await perform(updateProfile, { phone: '+1 555 0199' }, await net.caller(net.d1.buyer))
  await drainJobs(net.payload)
  await sealAll(net.payload)
})

const wish = { reason: 'She asked for it.' }

describe('erasing a person', () => {
  test('P1: refused while a member, for oneself, for strangers and without the right', async () => {
    const { user } = net.d1.buyer
    const admin = await net.caller(net.people.admin)
    await expect(perform(erasePerson, { id: user, ...wish }, admin)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(perform(erasePerson, { id: net.people.admin.user, ...wish }, admin)).rejects.toMatchObject({ code: 'INPUT_INVALID' })
    await expect(perform(erasePerson, { id: user, ...wish }, await net.caller(net.d1.admin))).rejects.toMatchObject({ status: 403 })
    const other = await aNetwork()
    await expect(perform(erasePerson, { id: user, ...wish }, await other.caller(other.people.admin))).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await drainJobs(net.payload)
  })

  test('P2: nothing of the person is left but what it did; the chain is whole and orders stay', async () => {
    const { user, email, membership } = net.d1.buyer
    const admin = await net.caller(net.people.admin)
    const { token } = await openSession(net.payload, user)
    await perform(removeMember, { id: membership }, admin)
    const { counts, name } = await perform(erasePerson, { id: user, ...wish }, admin)
    expect(counts['notifications']).toBeGreaterThanOrEqual(0)
    expect((await send(net.payload, 'GET', '/api/v1/auth/me', { token })).status).toBe(401)
    await drainJobs(net.payload)
    await sealAll(net.payload)
    const everywhere = await ownerQuery<{ place: string }>(
      `select 'users' as place from users u where u::text like $1 or u::text like $2 union all select 'memberships' from memberships m where m::text like $1 or m::text like $2
       union all select 'invitations' from invitations i where i::text like $1 union all select 'mails' from notification_deliveries n where n::text like $1 or n::text like $2
       union all select 'events' from outbox_events e where (e::text like $1 or e::text like $2) union all select 'audit' from audit_log a where a::text like $1 or a::text like $2`,
      [`%${email}%`, '%555 0199%'],
    )
    expect(everywhere).toEqual([])
    const { rows } = await listAudit(await net.reader(net.people.admin), { actor: user, limit: 50 })
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.actor === name && row.ip === null && row.agent === null)).toBe(true)
    // What is written about the person later has a key of its own; the log stays readable all the same.
    await keysFor(poolOf(net.payload), [user])
    const later = await listAudit(await net.reader(net.people.admin), { limit: 200 })
    expect(later.rows.length).toBeGreaterThanOrEqual(rows.length)
    expect(JSON.stringify(later.rows)).not.toContain('555 0199')
    const orders = await ownerQuery('select 1 from orders where created_by_id = $1', [user])
    expect(orders).toHaveLength(1)
    await expect(perform(erasePerson, { id: user, ...wish }, admin)).rejects.toMatchObject({ code: 'CONFLICT' })
    await expectHealthy(net.payload)
  })
})
