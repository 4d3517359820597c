import { expect, test } from '@jest/globals'

import { aNetwork } from '@tests/builders/network'
import { ownerQuery } from '@tests/setup/database'

test('the builders found an HQ with places, people, two dealers and variants with stock', async () => {
  const network = await aNetwork()
  const { id } = await network.aVariant({ sku: 'AXLE-1', price: 12_500_000, stock: '7' })
  const [level] = await ownerQuery<{ on_hand: string }>('select on_hand::text from stock_levels where variant_id = $1', [id])
  expect(level).toEqual({ on_hand: '7.000000' })
  const buyer = await network.principalFor(network.d1.buyer.email)
  expect(buyer.memberships.map((one) => one.organization.id)).toEqual([network.d1.party])
  const system = await network.asSystem(network.d2.party)
  expect(system.principal?.memberships[0]?.organization.kind).toBe('dealer')
})
