import { DomainError, ERRORS, isDomainError, refuse } from '@/kernel/errors'

import { refusal } from './refusal'

describe('errors', () => {
  it('fills the slots of the sentence and carries status, code and details', () => {
    const slots = { sku: 'BK-1', requested: 11, unit: 'piece', available: 10 }
    const error = refusal(() => refuse('STOCK_SHORT', slots, [{ path: 'lines.0', message: 'too many' }]))
    expect(error).toMatchObject({ code: 'STOCK_SHORT', status: 409, slots })
    expect(error.message).toBe('BK-1: 11 piece requested, 10 available.')
    expect(error.details).toEqual([{ path: 'lines.0', message: 'too many' }])
  })

  it('is recognised across a bundle boundary, and nothing else is', () => {
    const copy = Object.assign(new Error('x'), { name: 'DomainError', code: 'CART_EMPTY' })
    expect([new DomainError('CART_EMPTY', {}), copy].every(isDomainError)).toBe(true)
    expect(
      [new Error('x'), Object.assign(new Error('x'), { name: 'DomainError', code: 'ZZZ' }), null].some(isDomainError),
    ).toBe(false)
  })

  it.each(Object.entries(ERRORS))('%s has a client or server status and one sentence', (_, { status, sentence }) => {
    expect([400, 401, 403, 404, 405, 409, 413, 422, 429, 502, 503]).toContain(status)
    expect(sentence).toMatch(/[.}]$/)
  })
})
