import type { ApiAnswer } from '@/components/portal/client/api'
import { keyFor, leavesOpen } from '@/components/portal/client/same-try'

const refused = (status: number, code = 'X'): ApiAnswer<unknown> => ({ ok: false, problem: { code, message: 'No.', details: [], status } })

describe('the same try keeps its idempotency key (S18)', () => {
  const first = keyFor(null, '/cart/checkout', { body: { note: 'a' } })

  test('asked again as it was, it has the same key', () => {
    expect(keyFor(first, '/cart/checkout', { method: 'POST', body: { note: 'a' } })).toBe(first)
  })

  test('another body, path or method is another request', () => {
    expect(keyFor(first, '/cart/checkout', { body: { note: 'b' } }).key).not.toBe(first.key)
    expect(keyFor(first, '/orders', { body: { note: 'a' } }).key).not.toBe(first.key)
    expect(keyFor(first, '/cart/checkout', { method: 'PATCH', body: { note: 'a' } }).key).not.toBe(first.key)
  })

  test('a lost answer, a server that gave up and a try that still runs leave open whether it was done', () => {
    expect([refused(0), refused(502), refused(503), refused(409, 'KEY_IN_FLIGHT')].map(leavesOpen)).toEqual([true, true, true, true])
  })

  test('an answer and a refusal settle it', () => {
    expect([{ ok: true, data: null } as const, refused(401), refused(409), refused(422)].map(leavesOpen)).toEqual([false, false, false, false])
  })
})
