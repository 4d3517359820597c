import { describe, expect, test } from '@jest/globals'

import { ACTIONS, actionOf } from '@/domain/core/audit/actions'
import { changesInWords, doneWords, fieldLabel, spoken } from '@/domain/core/audit/words'
import { ACTION_WORDS } from '@/components/audit/wish'

describe('changes in words', () => {
  const words = (field: string, from: unknown, to: unknown) => changesInWords({ [field]: { from, to } }, { currency: 'USD' })[0]?.sentence

  test('say what was set, changed or removed, amounts in the currency of the owner', () => {
    expect(words('status', 'draft', 'submitted')).toBe('Status changed from draft to submitted')
    expect(words('creditLimitMinor', null, '500000')).toBe('Credit limit set to 5000.00 USD')
    expect(words('phone', '1', null)).toBe('Phone removed, it was 1')
    expect(words('taxInclusive', false, true)).toBe('Tax inclusive changed from no to yes')
    expect(words('submittedAt', null, '2026-11-20T15:04:05.000Z')).toBe('Submitted at set to 2026-11-20 15:04 UTC')
  })

  test('pointers, structures and masked values are told as changed only', () => {
    expect(words('tier', '0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002')).toBe('Tier changed')
    expect(words('custom', { a: 1 }, { a: 2 })).toBe('Custom changed')
    expect(words('token', '•••', '•••')).toBe('Token changed')
    expect(words('phone', { erased: true }, '2')).toBe('Phone changed from an erased value to 2')
  })

  test('plumbing is left out and long texts are cut', () => {
    expect(words('organization', 'a', 'b')).toBeUndefined()
    expect(words('note', null, 'x'.repeat(500))?.length).toBeLessThan(140)
    expect([fieldLabel('unitPriceMicro'), spoken('order.cancel-line')]).toEqual(['Unit price', 'Order cancel line'])
  })
})

describe('named actions', () => {
  test('have words for people, and each operation is one action only', () => {
    expect(Object.keys(ACTION_WORDS)).toEqual(Object.keys(ACTIONS))
    const all = Object.entries(ACTIONS).flatMap(([action, operations]) => (action === 'LOGIN_FAILED' ? [] : operations))
    expect(new Set(all).size).toBe(all.length)
    expect([actionOf('session.open', 'failure'), actionOf('session.open', 'success'), actionOf('stock.adjust', 'success')]).toEqual(['LOGIN_FAILED', 'LOGIN', null])
  })

  test('are operations the product has, or writes of collections that Payload keeps', async () => {
    process.env['DATABASE_URL'] ??= 'postgres://nobody@127.0.0.1:1/none'
    process.env['PAYLOAD_SECRET'] ??= 'a secret of at least twenty-four characters'
    const { modules } = await import('@/domain/registry')
    const known = new Set(modules.flatMap((one) => one.operations.map(({ name }) => name)))
    const noted = new Set(['session.close'])
    const unknown = Object.values(ACTIONS).flat().filter((name) => !known.has(name) && !noted.has(name) && !/\.(create|update|delete)$/.test(name))
    expect(unknown).toEqual([])
  })
})

test('an operation without an event is told as what it did', () => {
  expect(['shipment.bill', 'order.cancel-line', 'invoice.annotate', 'member.take-role', 'stock.apply', 'recheck'].map(doneWords)).toEqual([
    ...['Shipment billed', 'Order line cancelled', 'Invoice annotated', 'Member role taken', 'Stock applied', 'Recheck'],
  ])
})
