import { describe, expect, it } from '@jest/globals'
import { v7 } from 'uuid'
import { idAt, OVERLAP_MS, resumeAt, timeOf } from '@/platform/stream/marks'
import { packed, topicsIn } from '@/platform/stream/poke'
import { eventStream, wireOf } from '@/platform/stream/sse'
import { topicsOf } from '@/platform/stream/topics'

describe('where a stream stands', () => {
  it('an id says when it was made, and the first id of a moment is the smallest', () => {
    const now = Date.now()
    const id = v7({ msecs: now })
    expect(timeOf(id)).toBe(now)
    expect(idAt(now) <= id && id < idAt(now + 1)).toBe(true)
  })

  it('goes on a little before Last-Event-ID; refuses what is no id of ours or a week old', () => {
    const now = Date.now()
    const id = v7({ msecs: now })
    expect(resumeAt(id.toUpperCase(), now)).toBe(idAt(now - OVERLAP_MS))
    expect([resumeAt(null, now), resumeAt('', now)]).toEqual([null, null])
    expect(() => resumeAt('7', now)).toThrow('Last-Event-ID is the id of the last message')
    expect(() => resumeAt(idAt(now - 8 * 86_400_000), now)).toThrow('older than seven days')
  })
})

describe('whose streams are woken', () => {
  const before = new Map([['n1', { user: 'bea' }]])
  const meta = (stream: string | null, tenancy: string) => ({ meta: { stream, tenancy } })
  const touch = (table: object, id: string, values: object, isNew = true) => ({ table, id, values, isNew }) as never

  it('the person of a row of its own, the organization and tree of others, both sides of an event, and nobody else', () => {
    const touched = [
      touch(meta('notifications', 'user'), 'n0', { user: 'ada' }),
      touch(meta('notifications', 'user'), 'n1', { readAt: null }, false),
      touch(meta('alerts', 'own'), 'a', { organization: 'd1', tree: 'hq' }),
      touch(meta(null, 'own'), 'x', { organization: 'd1', tree: 'hq' }),
    ]
    const subject = { type: 'orders', id: 'o', organization: 'hq', counterparty: 'd1' }
    const events = [{ name: 'order.submitted', subject, data: {}, stream: 'orders' }, { name: 'order.noted', subject, data: {} }]
    expect(topicsOf({ touched, before, events })).toEqual(['notifications ada', 'notifications bea', 'alerts d1', 'alerts hq', 'orders hq', 'orders d1'])
  })

  it('notices stay below what PostgreSQL takes, and nothing of them is lost', () => {
    const topics = Array.from({ length: 500 }, (_, n) => `notifications ${v7()}${n}`)
    const notices = packed(topics)
    expect(Math.max(...notices.map((one) => one.length))).toBeLessThan(8_000)
    expect(notices.flatMap(topicsIn)).toEqual(topics)
  })
})

describe('the wire', () => {
  it('a message is id, event and one line of data', () => {
    expect(wireOf({ id: 'a', event: 'unread', data: { text: 'two\nlines' } })).toBe('id: a\nevent: unread\ndata: {"text":"two\\nlines"}\n\n')
    expect(wireOf({ id: null, event: 'unread', data: 1 })).toBe('event: unread\ndata: 1\n\n')
  })

  it('whoever does not read is let go when half a megabyte waits, and told once', () => {
    let gone = 0
    const { outlet } = eventStream(() => (gone += 1), 'r')
    let written = 0
    while (outlet.write('x'.repeat(100_000))) written += 1
    expect(written).toBeLessThan(10)
    expect([gone, outlet.write('more')]).toEqual([1, false])
  })
})
