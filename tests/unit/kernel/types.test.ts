import { z } from 'zod'

import { DomainError, refuse } from '@/kernel/errors'
import { defineEvent } from '@/kernel/event'
import { allowedVerbs, assertTransition, defineMachine } from '@/kernel/machine'
import { defineModule } from '@/kernel/module'
import { defineNotification } from '@/kernel/notification'
import { definePermissions } from '@/kernel/permission'
import { quantity, type Quantity } from '@/kernel/quantity'
import { defineSequence } from '@/kernel/sequence'
import { defineSetting } from '@/kernel/setting'

const edge = { label: 'Go', needs: 'x.go', side: 'owner', by: 'person' } as const
const machine = defineMachine({
  name: 'lamp',
  initial: 'off',
  states: { off: { label: 'Off', tone: 'neutral' }, on: { label: 'On', tone: 'success', final: true } },
  transitions: { light: { ...edge, from: ['off'], to: 'on' } },
})

// Each function below is only compiled: the compiler fails when a line marked as wrong is accepted.
export const wrong = {
  errors: () => {
    // @ts-expect-error a slot is missing
    refuse('STOCK_SHORT', { sku: 'A', requested: 1, unit: 'piece' })
    // @ts-expect-error an unknown slot
    refuse('CART_EMPTY', { sku: 'A' })
    // @ts-expect-error an unknown code
    refuse('NO_SUCH_CODE', {})
  },
  machines: () => {
    defineMachine({
      name: 'lamp',
      initial: 'off',
      states: { off: { label: 'Off', tone: 'neutral' } },
      // @ts-expect-error a transition into a state that does not exist
      transitions: { light: { ...edge, from: ['off'], to: 'dim' } },
    })
    // @ts-expect-error an initial state that does not exist
    defineMachine({ name: 'x', initial: 'dim', states: { off: { label: 'Off', tone: 'neutral' } }, transitions: {} })
    // @ts-expect-error a verb that does not exist
    assertTransition(machine, 'off', 'explode', { noun: 'Lamp', number: '1' })
  },
  quantities: () => {
    // @ts-expect-error a bare bigint is not a quantity
    const bare: Quantity = 5n
    // @ts-expect-error a number is not a quantity
    const float: Quantity = 2.5
    return [bare, float]
  },
  declarations: () => {
    // @ts-expect-error a permission key is noun.verb
    definePermissions('sales', { confirm: 'Confirm an order' })
    // @ts-expect-error a scope that does not exist
    defineSequence({ name: 'x', scope: ['galaxy'], pattern: 'X-{000}' })
    // @ts-expect-error the default does not fit the schema
    defineSetting({ key: 'a.b', schema: z.boolean(), default: 'yes', label: '', help: '', group: '' })
    // @ts-expect-error the sample does not fit the event
    defineNotification({ ...told, on: lit, sample: { number: 5 } })
  },
}

const lit = defineEvent({
  name: 'lamp.lit',
  schema: z.object({ number: z.string() }),
  description: 'A lamp was lit',
})

const told = {
  name: 'lamp-lit',
  to: { side: 'owner', holding: 'lamp.read' },
  channels: ['in-app', 'email'],
  category: 'lamps',
  subject: (data: { number: string }) => `Lamp ${data.number} is lit`,
  body: () => 'It shines.',
  path: (data: { number: string }) => `/lamps/${data.number}`,
} as const

describe('types of the kernel', () => {
  it('gathers declarations of every shape into one module', () => {
    const lampModule = defineModule({
      name: 'lamps',
      machines: [machine],
      permissions: definePermissions('lamps', { 'lamp.read': 'See lamps' }),
      events: [lit],
      notifications: [defineNotification({ ...told, on: lit, sample: { number: '1' } })],
      sequences: [defineSequence({ name: 'lamp', scope: ['organization'], pattern: 'L-{000}' })],
      settings: [
        defineSetting({ key: 'lamps.dim', schema: z.boolean(), default: false, label: '', help: '', group: '' }),
      ],
      operations: [{ name: 'lamp.light' }],
    })
    expect(lampModule.notifications[0]?.subject({ number: '7' }, {} as never)).toBe('Lamp 7 is lit')
    expect(lampModule.events[0]?.external).toBe(false)
  })

  it('refuses a name that is declared twice', () => {
    const permissions = definePermissions('lamps', {})
    const twice = [{ name: 'lamp.light' }, { name: 'lamp.light' }]
    const empty = { machines: [], events: [], notifications: [], sequences: [], settings: [] }
    expect(() => defineModule({ name: 'lamps', permissions, ...empty, operations: twice })).toThrow(/declared twice/)
  })

  it('infers verbs and keeps the brand of quantities', () => {
    const verbs: 'light'[] = allowedVerbs(machine, 'off')
    const amount: Quantity = quantity('2.5')
    expect([verbs, amount]).toEqual([['light'], 2_500_000n])
    expect(() => refuse('CART_EMPTY', {})).toThrow(DomainError)
  })
})
