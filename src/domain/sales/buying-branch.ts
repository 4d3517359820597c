import { refuse } from '@/kernel/errors'

/** A branch of the buyer that an order can be for. */
export interface BuyingBranch {
  id: string
  name: string
  address: string | null
}

/**
 * The branch an order is for: the one asked for, else the one at the ship-to address, else the only one there is to
 * choose. Null where the buyer has no branches or the whole organization orders. A person bound to branches orders for
 * one of them. Refuses NOT_FOUND for another branch, INPUT_INVALID where a bound person has to say which.
 */
export function branchFor(
  branches: readonly BuyingBranch[],
  { asked, shipTo, bound }: { asked?: string | null | undefined; shipTo: string | null; bound: readonly string[] | null },
): string | null {
  const open = bound === null ? branches : branches.filter((one) => bound.includes(one.id))
  if (asked) return open.find((one) => one.id === asked)?.id ?? refuse('NOT_FOUND', { noun: 'The branch' })
  const there = open.find((one) => one.address !== null && one.address === shipTo)
  const [only] = open
  if (there) return there.id
  if (only && open.length === 1) return only.id
  return bound === null ? null : refuse('INPUT_INVALID', { reason: whichOf(open) })
}

function whichOf(open: readonly BuyingBranch[]): string {
  if (open.length === 0) return 'branch: the branch you order for is closed; ask your administrator for another one.'
  return `branch: say which branch the order is for: ${open.map((one) => one.name).join(', ')}.`
}
