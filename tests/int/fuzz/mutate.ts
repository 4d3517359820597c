import fc from 'fast-check'

import { nasty } from './hostile'

/** One change of a value at a place that is counted through from its root. */
export type Mutation = { at: number; how: 'replace' | 'remove' | 'wrap' | 'unwrap' | 'add'; value: unknown }

/** Up to two changes, often none. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.oneof(
  { arbitrary: fc.constant<Mutation[]>([]), weight: 2 },
  {
    arbitrary: fc.array(
      fc.record({
        at: fc.nat(40),
        how: fc.constantFrom(...(['replace', 'replace', 'replace', 'remove', 'wrap', 'unwrap', 'add'] as const)),
        value: nasty,
      }),
      { minLength: 1, maxLength: 2 },
    ),
    weight: 3,
  },
)

type Spot = { holder: Record<string, unknown>; key: string }

/** A copy of a JSON value with the changes made. */
export function mutated(value: unknown, changes: readonly Mutation[]): unknown {
  const root: Record<string, unknown> = { value: structuredClone(value) }
  for (const change of changes) {
    const spots = spotsOf(root)
    const spot = spots[change.at % spots.length]
    if (spot) apply(spot, change)
  }
  return root['value']
}

function spotsOf(holder: object): Spot[] {
  return Object.entries(holder).flatMap(([key, one]: [string, unknown]) => [
    { holder: holder as Record<string, unknown>, key },
    ...(typeof one === 'object' && one !== null ? spotsOf(one) : []),
  ])
}

function apply({ holder, key }: Spot, { how, value: given }: Mutation): void {
  // The same constant is drawn again; it must not have been changed meanwhile.
  const value = structuredClone(given)
  const present = holder[key]
  if (how === 'remove') delete holder[key]
  else if (how === 'wrap') holder[key] = [present]
  else if (how === 'unwrap' && Array.isArray(present)) holder[key] = (present as unknown[])[0]
  else if (how === 'add' && typeof present === 'object' && present !== null)
    Object.assign(present, { unheardOf: value })
  else holder[key] = value
}
