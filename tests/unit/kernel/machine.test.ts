import {
  allowedVerbs,
  assertTransition,
  defineMachine,
  derivedTransition,
  isState,
  machineProblems,
} from '@/kernel/machine'

import { refusal } from './refusal'

const person = { needs: 'order.write', side: 'owner', by: 'person' } as const
const derived = { ...person, by: 'derived' } as const

const order = defineMachine({
  name: 'order',
  initial: 'draft',
  states: {
    draft: { label: 'Draft', tone: 'neutral' },
    submitted: { label: 'Submitted', tone: 'info' },
    shipped: { label: 'Shipped', tone: 'success', final: true },
    cancelled: { label: 'Cancelled', tone: 'danger', final: true },
  },
  transitions: {
    submit: { ...person, from: ['draft'], to: 'submitted', label: 'Submit' },
    cancel: {
      ...person,
      from: ['draft', 'submitted'],
      to: 'cancelled',
      label: 'Cancel',
      confirm: 'Cancel this order?',
    },
    ship: { ...derived, from: ['submitted'], to: 'shipped', label: 'Ship' },
  },
})

describe('machine', () => {
  it('lists what a person can do, without derived edges', () => {
    expect([allowedVerbs(order, 'draft'), allowedVerbs(order, 'submitted'), allowedVerbs(order, 'nowhere')]).toEqual([
      ['submit', 'cancel'],
      ['cancel'],
      [],
    ])
  })

  it('names the state and the way out when it refuses', () => {
    const error = refusal(() => assertTransition(order, 'shipped', 'cancel', { noun: 'Order', number: 'SO-000001' }))
    expect(error).toMatchObject({ code: 'STATE_REFUSED', status: 409 })
    expect(error.message).toBe('Order SO-000001 is shipped; cancel is possible from draft or submitted.')
    expect(assertTransition(order, 'draft', 'submit', { noun: 'Order', number: '1' }).to).toBe('submitted')
  })

  it('finds the derived edge between two states', () => {
    expect(derivedTransition(order, 'submitted', 'shipped')?.verb).toBe('ship')
    expect(derivedTransition(order, 'submitted', 'submitted')).toBeUndefined()
    expect(refusal(() => derivedTransition(order, 'draft', 'shipped', { noun: 'Order', number: '1' })).message).toBe(
      'Order 1 is draft; shipped is possible from submitted.',
    )
    expect(refusal(() => derivedTransition(order, 'draft', 'cancelled')).message).toContain('possible from nowhere')
  })

  it('finds nothing wrong with a right machine', () => {
    expect(machineProblems(order)).toEqual([])
    expect([isState(order, 'draft'), isState(order, 'toString')]).toEqual([true, false])
  })

  it('finds unreachable states, dead ends, final states with an exit and verbs that start nowhere', () => {
    const broken = defineMachine({
      name: 'broken',
      initial: 'a',
      states: {
        a: { label: 'A', tone: 'neutral' },
        b: { label: 'B', tone: 'neutral', final: true },
        c: { label: 'C', tone: 'neutral' },
      },
      transitions: {
        there: { ...person, from: ['a'], to: 'b', label: 'There' },
        back: { ...person, from: ['b'], to: 'a', label: 'Back' },
        never: { ...person, from: [], to: 'c', label: 'Never' },
      },
    })
    expect(machineProblems(broken)).toEqual([
      'broken: b is final but has an exit',
      'broken: c cannot be reached from a',
      'broken: c cannot be left and is not final',
      'broken: never starts nowhere',
    ])
  })
})
