import { copyRole, createApiKey } from '@/domain/identity'
import { createSupplier } from '@/domain/network'
import { addCartLine, billShipment, draftOrder } from '@/domain/sales'
import { openSession } from '@/platform/access/sign-in'
import { perform } from '@/platform/perform'
import { aBranch, anHqBranch, type BranchSide, type HqBranch } from '@tests/builders/branches'
import { aPayment } from '@tests/builders/finance'
import { drainJobs } from '@tests/builders/jobs'
import { aNetwork, type DealerSide, type Network } from '@tests/builders/network'
import { aConfirmedOrder, anOrder, aShipment } from '@tests/builders/orders'
import { accept, type Person } from '@tests/builders/people'
import { aWarehouse, creatorFor } from '@tests/builders/places'
import { putStock } from '@tests/builders/variants'
import type { SubjectFacts } from './oracle'

/** A signed-in person of the matrix with the role its expectation stands under. */
export type Subject = SubjectFacts & { name: string; role: string; token: string; email: string }

export const CANARY = 'CANARY-OF-THE-OTHER-TREE'

/** Two trees that know nothing of each other, with rows in every collection, and people of the first one. */
export async function twoTrees(): Promise<{ ours: Network; theirs: Network; subjects: Subject[]; stranger: Subject }> {
  const ours = await aNetwork()
  const theirs = await aNetwork({ currency: 'INR', zone: 'Asia/Kolkata' })
  const supplier = await fill(ours, 'OURS')
  const counter = await aBranch(ours, ours.d1, 'B1')
  await branchOrders(ours, counter)
  const office = await anHqBranch(ours, 'NORTH')
  await officeOrders(ours, office)
  await fill(theirs, CANARY)
  const people: [string, string, Person, string?][] = [
    ['administrator of D1', 'dealer-admin', ours.d1.admin],
    ['buyer of D1', 'dealer-user', ours.d1.buyer],
    ['administrator of D2', 'dealer-admin', ours.d2.admin],
    ['HQ administrator', 'hq-admin', ours.people.admin],
    ['HQ sales', 'hq-sales', ours.people.sales],
    ['HQ finance', 'hq-finance', ours.people.finance],
    ['warehouse manager', 'warehouse-manager', ours.people.warehouse],
    ['HQ content', 'hq-content', ours.people.content],
    ['reader of HQ', 'readonly', ours.people.readonly],
    ['supplier', 'supplier-user', supplier],
    ['buyer of a branch of D1', 'dealer-user@branch', counter.buyer, counter.branch],
    ['sales of a branch of HQ', 'hq-sales@branch', office.sales, office.branch],
  ]
  const subjects: Subject[] = []
  for (const [name, role, person, branch] of people) subjects.push(await subject(ours, name, role, person, branch))
  subjects.push(await program(ours))
  return { ours, theirs, subjects, stranger: await subject(theirs, 'administrator of the other tree', 'hq-admin', theirs.people.admin) }
}

async function subject(net: Network, name: string, role: string, person: Person, branch: string | null = null): Promise<Subject> {
  const { token } = await openSession(net.payload, person.user)
  return { name, role, token, email: person.email, user: person.user, organization: person.organization, tree: net.hq.id, branch }
}

// A leasing partner's program: it asks for orders and bills of HQ and for nothing else.
async function program(net: Network): Promise<Subject> {
  const { admin } = net.people
  const made = await perform(createApiKey, { name: 'Leasing partner', scopes: ['order.read', 'invoice.read'] }, await net.caller(admin))
  return { name: 'scoped key', role: 'scoped-key', token: made.secret, email: '', user: made.id, organization: admin.organization, tree: net.hq.id, branch: null }
}

// An order of the branch through to its invoice, and something in the cart of its buyer.
async function branchOrders(net: Network, { branch, buyer }: BranchSide): Promise<void> {
  const goods = await net.aVariant({ price: 7_000_000, stock: 50 })
  const side = { ...net.d1, buyer }
  await perform(addCartLine, { sku: goods.sku, quantity: 1 }, await net.caller(buyer))
  const order = await aConfirmedOrder(net, [{ sku: goods.sku, quantity: 2 }], { buyer: side, branch })
  const shipment = await aShipment(net, order.id)
  await perform(billShipment, { id: shipment.id }, await net.asSystem())
  await drainJobs(net.payload)
}

// An order of a dealer that HQ's branch looks after, through to its invoice.
async function officeOrders(net: Network, { dealer, branch }: HqBranch): Promise<void> {
  await officeStock(net, branch, dealer)
  const goods = await net.aVariant({ price: 7_000_000, stock: 50 })
  const order = await aConfirmedOrder(net, [{ sku: goods.sku, quantity: 2 }], { buyer: dealer })
  const shipment = await aShipment(net, order.id)
  await perform(billShipment, { id: shipment.id }, await net.asSystem())
  await drainJobs(net.payload)
}

// Goods that lie with the branch alone, some of them promised and some of them gone.
async function officeStock(net: Network, branch: string, buyer: DealerSide): Promise<void> {
  const { id: warehouse, location } = await aWarehouse(net, 'NORTH', branch)
  const goods = await net.aVariant({ price: 7_000_000 })
  await putStock(net.payload, { organization: net.hq.id, location }, { variant: goods.id, stock: '20' })
  const create = await creatorFor(net.payload, net.people.admin.email)
  await create('reorder-rules', { variant: goods.id, warehouse, safetyQuantity: 1, reorderPoint: 15 })
  const order = await aConfirmedOrder(net, [{ sku: goods.sku, quantity: 8 }], { buyer })
  await aShipment(net, order.id, { 1: 3 }, { warehouse })
}

async function fill(net: Network, word: string): Promise<Person> {
  const hq = await net.caller(net.people.admin)
  const create = await creatorFor(net.payload, net.people.admin.email)
  await create('brands', { name: `${word} brand`, slug: `${word.toLowerCase()}-brand` })
  await create('dealer-tiers', { code: 'T1', name: `${word} tier` })
  await create('territories', { code: 'N', name: `${word} north` })
  await create('custom-fields', { collection: 'products', key: 'colour', label: `${word} field`, type: 'text' })
  const goods = await net.aVariant({ price: 10_000_000, stock: 500 })
  await create('reorder-rules', { variant: goods.id, warehouse: net.warehouse, safetyQuantity: 0, reorderPoint: 5 })
  for (const buyer of [net.d1, net.d2]) {
    await perform(addCartLine, { sku: goods.sku, quantity: 2 }, await net.caller(buyer.buyer))
    const order = await aConfirmedOrder(net, [{ sku: goods.sku, quantity: 4 }], { buyer, note: `${word} note`, poReference: word })
    const shipment = await aShipment(net, order.id, { 1: 3 })
    await perform(billShipment, { id: shipment.id }, await net.asSystem())
    await aPayment(net, 1_000, { buyer: buyer.party })
    await anOrder(net, [{ sku: goods.sku, quantity: 1 }], { buyer, note: word })
  }
  await perform(createApiKey, { name: `${word} key`, scopes: ['order.read'] }, hq)
  await perform(copyRole, { from: 'dealer-user', name: `${word} role` }, hq)
  await perform(draftOrder, { dealer: net.d1.dealer, lines: [{ sku: goods.sku, quantity: 1 }] }, hq)
  const email = `supplier@${net.hq.slug}.example`
  const made = await perform(createSupplier, { code: 'S1', name: `${word} supplier`, person: { name: 'Sue Supplier', email } }, hq)
  await drainJobs(net.payload)
  return accept(net.payload, email, 'Sue Supplier', made.party)
}
