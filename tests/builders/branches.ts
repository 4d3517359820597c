import { callerOfPerson, aPerson, type Person } from './people'
import { aDealer, type DealerSide, type Network } from './network'
import { creatorFor } from './places'

/** A branch of a dealer with an address of its own, and a buyer who holds the role there only. */
export type BranchSide = { branch: string; address: string; buyer: Person }

/** Opens a branch of a dealer and hires a buyer for it; both by the dealer's administrator. */
export async function aBranch(net: Network, dealer: DealerSide, code: string): Promise<BranchSide> {
  const create = await creatorFor(net.payload, dealer.admin.email)
  const address = await create('addresses', { label: `Branch ${code}`, line1: '9 Side Road', city: 'Peoria', region: 'IL', postalCode: '61602', country: 'US', isShipping: true })
  const branch = await create('branches', { code, name: `Branch ${code}`, address })
  const email = `${code.toLowerCase()}.${dealer.buyer.email}`
  const by = await callerOfPerson(net.payload, dealer.admin)
  const buyer = await aPerson(net.payload, by, { organization: dealer.party, email, name: `Buyer of ${code}`, roles: ['dealer-user'], branch })
  return { branch, address, buyer }
}

/** A branch of HQ with the people who work for it alone, and the dealer it looks after. */
export type HqBranch = { branch: string; sales: Person; finance: Person; dealer: DealerSide }

/** Opens a branch of HQ, hires a seller and a bookkeeper for it, and founds a dealer in its care. */
export async function anHqBranch(net: Network, code: string): Promise<HqBranch> {
  const branch = await (await creatorFor(net.payload, net.people.admin.email))('branches', { code, name: `Office ${code}` })
  const by = await net.caller(net.people.admin)
  const hire = (role: string) => aPerson(net.payload, by, { organization: net.hq.id, email: `${code.toLowerCase()}.${role}@${net.hq.slug}.example`, name: `${role} of ${code}`, roles: [role], branch })
  return { branch, sales: await hire('hq-sales'), finance: await hire('hq-finance'), dealer: await aDealer(net.payload, by, `D-${code}`, { branch }) }
}
