import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Client } from 'pg'

import { recordPayment } from '@/domain/finance'
import { actionSources } from '@/domain/actions'
import { suspendMember } from '@/domain/identity'
import { suspendDealer, updateDealer } from '@/domain/network'
import { core } from '@/domain/registry'
import { assertTransition } from '@/kernel/machine'
import { loadPrincipal } from '@/platform/access/load-principal'
import type { Principal } from '@/platform/access/principal'
import { scopeOf, sideOf } from '@/platform/access/scope'
import { obstaclesTo, verbsOf } from '@/platform/actions'
import { explainAction, whoCan, type Explanation, type Ground } from '@/platform/explain/explain'
import { explainedRow } from '@/platform/explain/record'
import { perform } from '@/platform/perform'
import { makeReader } from '@/platform/reader'
import { tableFor } from '@/platform/tables'
import { PASSWORD } from '@tests/builders/callers'
import { anInvoice, aDraft } from '@tests/builders/finance'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment } from '@tests/builders/orders'
import { aPerson } from '@tests/builders/people'
import { superuserUrl } from '@tests/setup/database'

let net: Network
let other: Network
let client: Client
let ground: Ground
let admin: Principal
const people: { name: string; user: string }[] = []
const records: { collection: string; id: string }[] = []

beforeAll(async () => {
  net = await aNetwork()
  other = await aNetwork()
  await somePeople()
  await someRecords()
  client = new Client({ connectionString: superuserUrl() })
  // The database is dropped under it when the file is done.
  client.on('error', () => undefined)
  await client.connect()
  await client.query(WITHOUT_CHECKS)
  ground = { payload: net.payload, db: client, sources: actionSources, settings: core.settings }
  admin = await net.principalFor(net.people.admin.email)
}, 120_000)

afterAll(() => client?.end())

async function somePeople() {
  const branchBound = await aPerson(net.payload, await net.caller(net.people.admin), { organization: net.hq.id, email: 'branch@hq.example', name: 'Bob Branch', roles: ['warehouse-manager'], branch: net.branch })
  const asleep = await aPerson(net.payload, await net.caller(net.people.admin), { organization: net.hq.id, email: 'asleep@hq.example', name: 'Ann Asleep', roles: ['hq-sales'] })
  await perform(suspendMember, { id: asleep.membership }, await net.caller(net.people.admin))
  people.push(...Object.values(net.people), net.d1.admin, net.d1.buyer, net.d2.admin, net.d2.buyer, branchBound, asleep, other.people.sales, other.d1.buyer)
}

async function someRecords() {
  const variant = await net.aVariant({ stock: '500' })
  await perform(updateDealer, { id: net.d2.dealer, branch: net.branch }, await net.caller(net.people.admin))
  const lines = [{ sku: variant.sku, quantity: 2 }]
  for (const buyer of [net.d1, net.d2]) {
    const [placed, confirmed, shipped] = [await anOrder(net, lines, { buyer }), await aConfirmedOrder(net, lines, { buyer }), await aConfirmedOrder(net, lines, { buyer })]
    const shipment = await aShipment(net, shipped.id)
    const draft = await aDraft(net, { buyer: buyer.party })
    const invoice = await anInvoice(net, { buyer: buyer.party })
    const payment = await perform(recordPayment, { buyer: buyer.party, amountMinor: 500, method: 'bank-transfer', currency: 'USD' }, await net.caller(net.people.finance))
    records.push(...[placed, confirmed, shipped].map(({ id }) => ({ collection: 'orders', id })), { collection: 'shipments', id: shipment.id })
    records.push({ collection: 'invoices', id: draft }, { collection: 'invoices', id: invoice.id }, { collection: 'payments', id: payment.id }, { collection: 'dealers', id: buyer.dealer })
  }
  await perform(suspendDealer, { id: net.d2.dealer, reason: 'late' }, await net.caller(net.people.admin))
  records.push({ collection: 'variants', id: variant.id }, { collection: 'warehouses', id: net.warehouse }, { collection: 'organizations', id: net.d1.party })
}

describe('why somebody cannot do something', () => {
  test('people are records too: one asks about oneself, and others are not there', async () => {
    expect(await whoCan(ground, admin, { collection: 'users', id: net.people.admin.user, verb: 'see' })).toEqual(expect.any(Array))
    const another = whoCan(ground, admin, { collection: 'users', id: net.d1.buyer.user, verb: 'see' })
    await expect(another).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('1,000 random questions: mend what is said to be missing, and the action is allowed', async () => {
    const random = seeded(20261120)
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T
    const told = new Map<string, number>()
    for (let round = 0; round < 1_000; round += 1) {
      const question = { ...pick(records), verb: 'see' }
      question.verb = pick(await verbsAbout(question))
      const person = pick(people)
      await client.query('begin')
      const before = await explainAction(ground, admin, person.user, question)
      for (const { kind } of before.missing) told.set(kind, (told.get(kind) ?? 0) + 1)
      await client.query('set local session_replication_role = replica')
      for (const missing of before.missing) await mend(person.user, question, missing)
      const after = await explainAction(ground, admin, person.user, question)
      const about = `${person.name} ${question.verb} ${question.collection}: ${JSON.stringify(before.missing.map((one) => one.says))} → ${JSON.stringify(after.missing.map((one) => one.says))}`
      expect([about, after.missing.filter((one) => one.kind !== 'fact')]).toEqual([about, []])
      expect([about, await isAllowed(person.user, question)]).toEqual([about, true])
      await client.query('rollback')
    }
    // The questions were not all of one kind.
    expect([...told.keys()].sort()).toEqual(['fact', 'membership', 'organization', 'permission', 'reach', 'state'])
  }, 300_000)

  test('"does not exist" and "not yours" are the same answer, word for word', async () => {
    const buyer = await net.principalFor(net.d1.buyer.email)
    const foreign = records.filter(({ collection }) => collection === 'orders').at(-1)
    const ask = (id: string, verb: string) => explainAction(ground, buyer, buyer.id, { collection: 'orders', id, verb })
    for (const verb of ['see', 'cancel', 'no-such-verb']) {
      expect(await ask(foreign?.id ?? '', verb)).toEqual(await ask('00000000-0000-7000-8000-000000000000', verb))
    }
  })

  test('the way to help is named among colleagues and only by organization elsewhere', async () => {
    const finance = await net.principalFor(net.people.finance.email)
    const order = records.find(({ collection }) => collection === 'orders')
    const asked = await explainAction(ground, finance, finance.id, { collection: 'orders', id: order?.id ?? '', verb: 'confirm' })
    expect(asked.sentence).toMatch(/^You need the permission order\.confirm in /)
    expect(asked.missing[0]?.grantedBy.map((one) => one.name)).toContain(net.people.admin.name)
    const own = await explainAction(ground, finance, finance.id, { collection: 'orders', id: order?.id ?? '', verb: 'see' })
    expect(own).toMatchObject({ allowed: true, missing: [] })
  })

  test('over HTTP: of oneself always, of others only for those who look after them', async () => {
    const order = records.find(({ collection }) => collection === 'orders')?.id
    const ask = async (who: { email: string }, query: string) => send<{ data?: Explanation; error?: { code: string; message: string } }>(net.payload, 'GET', `/api/v1/explain${query}`, { token: await tokenOf(who.email) })
    const about = `?collection=orders&id=${order ?? ''}&verb=confirm`
    expect((await ask(net.d1.buyer, about)).body.data).toMatchObject({ allowed: false, action: { verb: 'confirm', label: 'Confirm' } })
    expect((await ask(net.d1.buyer, `${about}&person=${net.people.sales.user}`)).status).toBe(404)
    expect((await ask(net.d1.admin, `${about}&person=${net.d1.buyer.user}`)).status).toBe(200)
    expect((await ask(net.d1.admin, `${about}&person=${net.d2.buyer.user}`)).body.error?.message).toBe('The person was not found.')
    expect((await ask(net.d1.buyer, '/permission?permission=invoice.post')).body.data?.sentence).toMatch(/^You need the permission invoice\.post in /)
    expect((await ask(net.d1.buyer, '/permission?permission=no.such')).status).toBe(400)
    expect((await ask(net.d1.buyer, `${about}&extra=1`)).status).toBe(400)
    expect((await ask(net.d1.buyer, `/people?collection=orders&id=${order ?? ''}`)).status).toBe(403)
  })

  test('who can see a record is who can read it', async () => {
    for (const { collection, id } of records) {
      const told = new Set((await whoCan(ground, admin, { collection, id, verb: 'see' })).map((one) => one.user))
      const row = await explainedRow(net.payload, client, admin, collection, id)
      const { meta } = tableFor(net.payload, collection)
      for (const { user, name } of people) {
        const principal = await loadPrincipal(client, user, null)
        const sees = row !== null && sideOf(scopeOf(principal, meta.read, meta), row) !== null
        if (meta.tenancy !== 'shared-down') expect([collection, name, told.has(user)]).toEqual([collection, name, sees])
      }
    }
  })
})

async function tokenOf(email: string): Promise<string> {
  const { body } = await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', { body: { email, password: PASSWORD } })
  return body.data.token
}

async function verbsAbout({ collection, id }: { collection: string; id: string }): Promise<string[]> {
  const source = actionSources.get(collection)
  if (!source) return ['see']
  const reader = makeReader(net.payload, admin, new Date(), client)
  return ['see', ...verbsOf(source.rules(reader, await source.load(reader, id)))]
}

async function isAllowed(user: string, { collection, id, verb }: { collection: string; id: string; verb: string }): Promise<boolean> {
  const principal = await loadPrincipal(client, user, null)
  const { meta } = tableFor(net.payload, collection)
  const row = await explainedRow(net.payload, client, admin, collection, id)
  if (!principal || !row) return false
  if (verb === 'see') return sideOf(scopeOf(principal, meta.read, meta), row) !== null
  const source = actionSources.get(collection)
  if (!source) return false
  const reader = makeReader(net.payload, principal, new Date(), client)
  const facts = await source.load(makeReader(net.payload, admin, new Date(), client), id)
  const rules = source.rules(reader, facts)
  const edge = rules.machine.transitions[verb]
  if (edge?.by === 'person') assertTransition(rules.machine, facts.status, verb, { noun: 'It', number: '' })
  return obstaclesTo(verb, reader, collection, facts, rules).every((one) => one.kind === 'fact')
}

type Mended = Explanation['missing'][number]

async function mend(user: string, { collection, id }: { collection: string; id: string }, missing: Mended): Promise<void> {
  const { place, permission, membership, from } = missing
  const active = (table: string, which: string | undefined) => client.query(`update ${table} set status = 'active' where id = $1`, [which])
  const mends: Partial<Record<Mended['kind'], () => Promise<unknown>>> = {
    person: () => active('users', user),
    organization: () => active('organizations', place?.id),
    membership: () => (membership ? active('memberships', membership) : client.query(JOIN, [user, place?.id])),
    state: () => client.query(`update ${collection} set status = $2 where id = $1`, [id, from?.[0]]),
  }
  await mends[missing.kind]?.()
  if (permission) await client.query(GRANT, [user, place?.id, permission])
}

const JOIN = `insert into memberships (id, user_id, organization_id, tree_id, person_name, person_email, status)
select gen_random_uuid(), u.id, o.id, o.tree_id, u.name, u.email, 'active' from users u, organizations o where u.id = $1 and o.id = $2`

// A state that is set by hand lacks what its operation writes beside it; the checks of this file's own database would refuse it.
const WITHOUT_CHECKS = `do $$ declare c record; begin
  for c in select conrelid::regclass as owner, conname from pg_constraint where contype = 'c'
    and conrelid in ('orders'::regclass, 'shipments'::regclass, 'invoices'::regclass, 'payments'::regclass, 'dealers'::regclass)
  loop execute format('alter table %s drop constraint %I', c.owner, c.conname); end loop; end $$`

const GRANT = `with role as (insert into roles (id, organization_id, tree_id, key, name, audience)
    select gen_random_uuid(), o.tree_id, o.tree_id, 'mended-' || gen_random_uuid(), 'Mended', o.kind::text::enum_roles_audience from organizations o where o.id = $2 returning id, organization_id, tree_id),
  given as (insert into role_permissions (id, role_id, organization_id, tree_id, key, reach) select gen_random_uuid(), id, organization_id, tree_id, $3, 'organization' from role)
insert into membership_roles (id, membership_id, organization_id, tree_id, role_id)
select gen_random_uuid(), m.id, m.organization_id, m.tree_id, role.id from role, memberships m where m.user_id = $1 and m.organization_id = $2 and m.status = 'active'`

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
