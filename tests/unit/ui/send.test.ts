import { describe, expect, it, jest } from '@jest/globals'

import { keyFor, send } from '@/components/admin/act/send'

describe('a form of the admin is performed once', () => {
  it('keeps its key while the same body waits for an answer', () => {
    const last = { key: 'k1', body: '{"quantity":"4"}', isAnswered: false }
    expect(keyFor(last, '{"quantity":"4"}')).toBe('k1')
  })

  it('takes another key for another body, and after an answer', () => {
    const body = '{"quantity":"4"}'
    expect(keyFor({ key: 'k1', body, isAnswered: false }, '{"quantity":"5"}')).not.toBe('k1')
    expect(keyFor({ key: 'k1', body, isAnswered: true }, body)).not.toBe('k1')
    expect(keyFor(null, body)).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('says of a broken connection that it does not know, never that nothing was done', async () => {
    const answering = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('fetch failed'))
    const answer = await send('/orders/1/confirm', { body: {}, key: 'k1' })
    expect(answer).toMatchObject({ ok: false, isLost: true })
    expect(answer).toHaveProperty('message', expect.not.stringContaining('Nothing was changed'))
    answering.mockRestore()
  })
})
