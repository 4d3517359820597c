import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { Pool } from 'pg'

import { principalStrategy } from '@/platform/access/strategy'
import { guarded } from '@/platform/http/guarded'
import { PASSWORD } from '@tests/builders/callers'
import { send } from '@tests/builders/http'
import { aNetwork, type Network } from '@tests/builders/network'

type Refused = { success: boolean; error?: { code: string; message: string } }

let net: Network
let token: string
let real: Pool
// Nobody listens on port 1: a server that restarts refuses in the same way.
const gone = new Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/none', connectionTimeoutMillis: 500 })

beforeAll(async () => {
  net = await aNetwork()
  real = net.payload.db.pool as Pool
  const login = await send<{ data: { token: string } }>(net.payload, 'POST', '/api/v1/auth/login', {
    body: { email: net.people.admin.email, password: PASSWORD },
  })
  token = login.body.data.token
})

afterAll(async () => {
  await gone.end()
})

async function withoutServer<T>(work: () => Promise<T>): Promise<T> {
  Object.assign(net.payload.db, { pool: gone })
  try {
    return await work()
  } finally {
    Object.assign(net.payload.db, { pool: real })
  }
}

const behindTheGuard = guarded((request) => handleEndpoints({ config: net.payload.config as SanitizedConfig, request }))
const asked = (path: string) =>
  behindTheGuard(new Request(`http://localhost:3000/api${path}`, { headers: { authorization: `JWT ${token}` } }))

describe('a database that restarts while somebody is signed in (PF6)', () => {
  test.each(['/v1/notifications', '/products', '/users/me'])('GET %s answers 503 "busy", not 401', async (path) => {
    const answer = await withoutServer(() => asked(path))
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(((await answer.json()) as Refused).error).toMatchObject({ code: 'SERVER_BUSY' })
  })

  test('the strategy itself throws; it never says that nobody is signed in', async () => {
    const headers = new Headers({ authorization: `JWT ${token}` })
    const reading = withoutServer(() =>
      Promise.resolve(principalStrategy.authenticate({ headers, payload: net.payload })),
    )
    await expect(reading).rejects.toThrow()
  })

  test('the token works again as soon as the server is back', async () => {
    await withoutServer(() => asked('/v1/notifications'))
    expect((await asked('/v1/notifications')).status).toBe(200)
  })

  test('without a token it is still 401', async () => {
    const answer = await behindTheGuard(new Request('http://localhost:3000/api/v1/notifications'))
    expect(answer.status).toBe(401)
  })
})
