import { aNetwork } from '@tests/builders/network'
import { PASSWORD } from '@tests/builders/callers'

const net = await aNetwork()
const skus: string[] = []
for (let index = 0; index < 6; index += 1) skus.push((await net.aVariant({ stock: 1_000_000 })).sku)
const facts = {
  password: PASSWORD,
  warehouse: net.warehouse,
  skus,
  sellers: net.people.admin.email,
  buyers: [net.d1, net.d2].map((dealer) => ({ email: dealer.buyer.email, party: dealer.party })),
}
process.stdout.write(`\n${JSON.stringify(facts)}\n`)
process.exit(0)
