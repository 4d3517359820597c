import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { commitTransaction, createLocalReq, initTransaction, type Payload } from 'payload'

import { userOf } from '@/platform/access/strategy'
import { CREDENTIALS, PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'
import { closePlain, plainPayload } from '@tests/builders/plain-payload'
import { ownerQuery } from '@tests/setup/database'

let network: Network
let plain: Payload

beforeAll(async () => {
  network = await aNetwork()
  plain = await plainPayload()
})

afterAll(() => closePlain(plain))

const rowsOf = async (email: string) => (await ownerQuery('select 1 from users where email = $1', [email])).length
const anAccount = (email: string, name = 'Somebody') => ({ email, name, ...CREDENTIALS, status: 'active' as const })

// Straight to the adapter: no password is hashed.
const createIn = (payload: Payload, data: object, req?: object) =>
  payload.db.create({ collection: 'users', data: data as Record<string, unknown>, ...(req ? { req: req as never } : {}) })

describe('PF1: a COMMIT that failed is an error', () => {
  beforeAll(async () => {
    await ownerQuery(`create function late_refusal() returns trigger language plpgsql as $$ begin
      if new.name = 'Refused at commit' then raise exception 'refused at commit'; end if; return null; end $$`)
    await ownerQuery('create constraint trigger late_refusal after insert on users deferrable initially deferred for each row execute function late_refusal()')
  })

  const createAndCommit = async (payload: Payload, email: string) => {
    const req = await createLocalReq({}, payload)
    await initTransaction(req)
    await createIn(payload, anAccount(email, 'Refused at commit'), req)
    await commitTransaction(req)
  }

  test('ours says so', async () => {
    await expect(createAndCommit(network.payload, 'commit@ours.example')).rejects.toThrow('refused at commit')
    expect(await rowsOf('commit@ours.example')).toBe(0)
  })

  test('plain Payload still acknowledges a row that does not exist', async () => {
    await expect(createAndCommit(plain, 'commit@plain.example')).resolves.toBeUndefined()
    expect(await rowsOf('commit@plain.example')).toBe(0)
  })
})

describe('PF2: a swallowed nested failure is an error', () => {
  const createAndSwallow = async (payload: Payload, email: string) => {
    const req = await createLocalReq({}, payload)
    await initTransaction(req)
    await createIn(payload, anAccount(email), req)
    await payload.findByID({ collection: 'users', id: '00000000-0000-7000-8000-000000000000', req }).catch(() => undefined)
    await commitTransaction(req)
  }

  test('ours says so', async () => {
    await expect(createAndSwallow(network.payload, 'nested@ours.example')).rejects.toThrow('nothing was committed')
    expect(await rowsOf('nested@ours.example')).toBe(0)
  })

  test('plain Payload still acknowledges the lost row', async () => {
    await expect(createAndSwallow(plain, 'nested@plain.example')).resolves.toBeUndefined()
    expect(await rowsOf('nested@plain.example')).toBe(0)
  })
})

describe('PF4: signing in rewrites nothing but sessions', () => {
  const login = (payload: Payload, email: string) => payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  const sessionsOf = async (user: string) => (await ownerQuery('select 1 from users_sessions where _parent_id = $1', [user])).length

  // The change lands while the password is being hashed, after Payload has read the row.
  const changeMeanwhile = async (payload: Payload, { email, user }: { email: string; user: string }) => {
    const signingIn = login(payload, email)
    await new Promise((resolve) => setTimeout(resolve, 80))
    await ownerQuery(`update users set phone = 'changed' where id = $1`, [user])
    await signingIn
    const [row] = await ownerQuery<{ phone: string | null }>('select phone from users where id = $1', [user])
    return row?.phone
  }

  test("through Payload's own operation over our adapter: a change survives, and all of four sessions", async () => {
    const person = network.d1.buyer
    expect(await changeMeanwhile(network.payload, person)).toBe('changed')
    const before = await sessionsOf(person.user)
    await Promise.all([1, 2, 3, 4].map(() => login(network.payload, person.email)))
    expect((await sessionsOf(person.user)) - before).toBe(4)
  })

  test('plain Payload still brings the old row back', async () => {
    expect(await changeMeanwhile(plain, network.d2.buyer)).toBeNull()
  })
})

describe('PF9: what the framework leaves open is closed', () => {
  const FRAMEWORK = ['payload-locked-documents', 'payload-migrations', 'payload-kv'] as const

  test('no collection of the framework is here that nobody looked at', () => {
    const slugs = Object.keys(network.payload.collections).filter((slug) => slug.startsWith('payload-'))
    expect(slugs.sort()).toEqual(['payload-kv', 'payload-migrations', 'payload-preferences'])
  })

  test.each(FRAMEWORK)('a dealer neither reads, writes nor deletes %s', async (collection) => {
    const user = userOf(await network.principalFor(network.d1.admin.email))
    const { payload } = network
    if (!(collection in payload.collections)) return
    const common = { collection: collection as 'payload-migrations', user, overrideAccess: false } as const
    await expect(payload.find(common)).rejects.toMatchObject({ status: 403 })
    await expect(payload.create({ ...common, data: { name: 'x', batch: 1 } })).rejects.toMatchObject({ status: 403 })
    await expect(payload.delete({ ...common, where: { id: { exists: true } } })).rejects.toMatchObject({ status: 403 })
  })

  test('nobody runs jobs, unlocks accounts or lists users over HTTP', async () => {
    const login = await send<{ data: { token: string } }>(network.payload, 'POST', '/api/v1/auth/login', { body: { email: network.d1.admin.email, password: PASSWORD } })
    const { token } = login.body.data
    const jobs = await send(network.payload, 'GET', '/api/payload-jobs/run', { token })
    expect(jobs.status).toBeGreaterThanOrEqual(400)
    const unlock = await send(network.payload, 'POST', '/api/users/unlock', { token, body: { email: network.people.admin.email } })
    expect(unlock.status).toBe(404)
    const users = await send<{ docs: { email: string }[] }>(network.payload, 'GET', '/api/users', { token })
    expect(users.body.docs.map((one) => one.email)).toEqual([network.d1.admin.email])
  })
})
