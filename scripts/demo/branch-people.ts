import type { Credentials } from '@/platform/password'
import { join, type SignIn } from './people'
import type { Tree } from './tools'

/** The person of HQ who works for one branch: that of the dealers with odd numbers. */
export const branchSales = ({ spec }: Tree): string => `branch-sales@${spec.host}`
/** The buyer of a branch of D1. */
export const branchBuyer = ({ spec }: Tree): string => `branch-user@d1.${spec.host}`

/** The branch that looks after a dealer: the first for odd numbers, the second for even ones. */
export function branchOf({ spec, at }: Tree, dealer: string): string {
  const { branches } = spec
  const index = (Number(dealer.slice(1)) - 1) % branches.length
  return at('branch', branches[index]?.code ?? '')
}

/** Somebody of HQ and somebody of D1 who belong to one branch each; D1 has two, the second with an address of its own. */
export async function hireForBranches(tree: Tree, credentials: Credentials, by: string): Promise<SignIn[]> {
  const { spec } = tree
  const [office] = spec.branches
  const d1 = tree.at('party', 'D1')
  const main = spec.dealers.find(({ code }) => code === 'D1')?.address
  const address = tree.keep('address', 'D1-EAST', await tree.create('addresses', { label: 'East yard', ...main, line1: '18 East Yard Road', organization: d1, isShipping: true }))
  await tree.create('branches', { code: 'MAIN', name: 'Main store', address: tree.at('address', 'D1'), organization: d1 })
  const east = tree.keep('branch', 'D1-EAST', await tree.create('branches', { code: 'EAST', name: 'East yard', address, organization: d1 }))
  await join(tree, credentials, { email: branchSales(tree), name: 'Bianca Holt', role: 'hq-sales', branch: tree.at('branch', office?.code ?? ''), organization: tree.hq, by })
  await join(tree, credentials, { email: branchBuyer(tree), name: 'Emil Sanders', role: 'dealer-user', branch: east, organization: d1, by })
  return [
    { email: branchSales(tree), role: 'hq-sales', organization: `${spec.name}, ${office?.name ?? ''}` },
    { email: branchBuyer(tree), role: 'dealer-user', organization: 'D1 East yard' },
  ]
}
