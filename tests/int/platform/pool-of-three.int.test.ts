import { beforeAll, describe, expect, test } from '@jest/globals'

import type { Network } from '@tests/builders/network'

let network: Network
let send: typeof import('@tests/builders/http').send

// The pool is read with the configuration, so nothing of ours may be imported before.
beforeAll(async () => {
  process.env.POOL_MAX = '3'
  ;({ send } = await import('@tests/builders/http'))
  const { aNetwork } = await import('@tests/builders/network')
  network = await aNetwork()
})

describe('PF5: three connections', () => {
  test('sixty forgotten passwords at once are all answered', async () => {
    const { payload } = network
    expect(payload.db.pool.options.max).toBe(3)
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => {
        const email = n % 3 === 0 ? network.d1.admin.email : `nobody${n}@nowhere.example`
        return send(payload, 'POST', '/api/v1/auth/forgot-password', { body: { email } })
      }),
    )
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([202]))
  })

  test("Payload's own operation still starves; with our pool settings it fails and everything goes on", async () => {
    const { payload } = network
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => payload.forgotPassword({ collection: 'users', data: { email: `ghost${n}@nowhere.example` } })),
    )
    expect(tries.some((one) => one.status === 'rejected')).toBe(true)
    const after = await send(payload, 'POST', '/api/v1/auth/forgot-password', { body: { email: 'last@nowhere.example' } })
    expect(after.status).toBe(202)
  })
})
