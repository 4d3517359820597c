import type { Payload } from 'payload'
import { createDealer, createHeadquarters, createSupplier, setCompany } from '@/domain/network'
import { companyHours } from '@/domain/network/settings'
import { core } from '@/domain/registry'
import { workWeek } from '@/kernel/hours'
import type { Credentials } from '@/platform/password'
import { perform } from '@/platform/perform'
import { branchOf, hireForBranches } from './branch-people'
import { accept, hirePeople, join, nameOf, type SignIn } from './people'
import type { Random } from './random'
import type { TreeSpec } from './spec'
import { nobody, treeTools, type Tree } from './tools'

/** Founds an HQ with its places, rules, suppliers, dealers and people. */
export async function foundTree(payload: Payload, spec: TreeSpec, random: Random, now: Date, credentials: Credentials): Promise<{ tree: Tree; signIns: SignIn[] }> {
  const admin = `super-admin@${spec.host}`
  const { code, name, currency, zone, locale, brand } = spec
  const administrator = { name: 'Alex Morgan', email: admin, credentials }
  const { organization } = await perform(createHeadquarters, { code, name, currency, zone, locale, brand, administrator }, nobody(payload))
  const tree = treeTools(payload, spec, random, now, organization)
  await places(tree)
  await rules(tree)
  await company(tree, admin)
  const signIns = await hirePeople(tree, credentials, admin)
  signIns.push(...(await suppliers(tree, credentials, admin)))
  signIns.push(...(await dealers(tree, credentials, admin)))
  signIns.push(...(await hireForBranches(tree, credentials, admin)))
  return { tree, signIns }
}

async function places(tree: Tree): Promise<void> {
  for (const [index, branch] of tree.spec.branches.entries()) {
    const address = await tree.create('addresses', { label: branch.name, ...branch.address, isBilling: index === 0 })
    const id = tree.keep('branch', branch.code, await tree.create('branches', { code: branch.code, name: branch.name, address }))
    const warehouse = await tree.create('warehouses', { code: branch.code, name: branch.warehouse, branch: id, priority: index + 1, address })
    tree.keep('warehouse', branch.code, warehouse)
    const stock = await tree.create('storage-locations', { warehouse, code: 'STOCK', name: `${branch.warehouse} stock`, kind: 'stock', isDefault: true })
    tree.keep('location', branch.code, stock)
    await tree.create('storage-locations', { warehouse, code: 'QUARANTINE', name: `${branch.warehouse} quarantine`, kind: 'quarantine' })
  }
}

// What the headquarters tells its dealers about itself, and a branch with hours of its own.
async function company(tree: Tree, admin: string): Promise<void> {
  const [branch] = tree.spec.branches
  if (!branch) return
  const { line1, postalCode, city, region, country } = branch.address
  const caller = await tree.as(admin, undefined, tree.hq)
  const values = {
    email: `office@${tree.spec.host}`,
    legalName: tree.spec.legalName,
    taxNumber: tree.spec.taxNumber,
    address: { line1, line2: '', postalCode, city, region, country },
    hours: workWeek('08:00', '17:30'),
    terms: 'Payment within the agreed terms. Goods stay ours until they are paid. Report damage within five days of delivery.',
    cancellation: 'An order can be cancelled free of charge until we start to process it.',
    privacy: 'We keep names and addresses of your people for as long as the business relation lasts, and give them to nobody else.',
  }
  await perform(setCompany, { organization: tree.hq, ...values }, caller)
  const saturday = { ...workWeek('07:00', '18:00'), saturday: [{ from: '08:00', to: '13:00' }] }
  await perform(core.setSetting, { organization: tree.hq, branch: tree.at('branch', branch.code), key: companyHours.key, value: saturday }, caller)
}

async function rules(tree: Tree): Promise<void> {
  const { units, taxes, tiers, territories } = tree.spec
  for (const unit of units) tree.keep('unit', unit.code, await tree.create('units', unit))
  for (const tax of taxes) await tree.create('tax-rates', tax)
  for (const { code, name, rank } of tiers) tree.keep('tier', code, await tree.create('dealer-tiers', { code, name, rank }))
  for (const territory of territories) tree.keep('territory', territory.code, await tree.create('territories', territory))
}

async function suppliers(tree: Tree, credentials: Credentials, admin: string): Promise<SignIn[]> {
  const signIns: SignIn[] = []
  for (const { code, name } of tree.spec.suppliers) {
    const email = `supplier-user@${code.toLowerCase()}.${tree.spec.host}`
    const input = { code, name, person: { name: nameOf('supplier-user'), email } }
    await perform(createSupplier, input, await tree.as(admin, undefined, tree.hq))
    await accept(tree, credentials, email)
    signIns.push({ email, role: 'supplier-user', organization: name })
  }
  return signIns
}

async function dealers(tree: Tree, credentials: Credentials, admin: string): Promise<SignIn[]> {
  const signIns: SignIn[] = []
  for (const dealer of tree.spec.dealers) {
    const email = `dealer-admin@${dealer.code.toLowerCase()}.${tree.spec.host}`
    const input = {
      code: dealer.code,
      name: dealer.name,
      ...(dealer.parent ? { parent: tree.at('party', dealer.parent) } : {}),
      tier: tree.at('tier', dealer.tier),
      territory: tree.at('territory', dealer.territory),
      branch: branchOf(tree, dealer.code),
      creditLimitMinor: dealer.creditLimit * 100,
      termsDays: dealer.termsDays,
      activate: true,
      address: { label: 'Main store', ...dealer.address },
      person: { name: nameOf('dealer-admin'), email },
    }
    const made = await perform(createDealer, input, await tree.as(admin, undefined, tree.hq))
    tree.keep('party', dealer.code, made.party)
    tree.keep('dealer', dealer.code, made.dealer)
    tree.keep('address', dealer.code, made.address ?? '')
    await accept(tree, credentials, email)
    signIns.push({ email, role: 'dealer-admin', organization: `${dealer.code} ${dealer.name}` })
    signIns.push(...(await staff(tree, credentials, dealer, admin)))
  }
  return signIns
}

// D1 to D3 have a person of every dealer role, the others their administrator and a buyer.
async function staff(tree: Tree, credentials: Credentials, dealer: { code: string; name: string }, by: string): Promise<SignIn[]> {
  const roles = ['D1', 'D2', 'D3'].includes(dealer.code) ? ['dealer-user', 'dealer-technician'] : ['dealer-user']
  const signIns: SignIn[] = []
  for (const role of roles) {
    const email = `${role}@${dealer.code.toLowerCase()}.${tree.spec.host}`
    await join(tree, credentials, { email, role, organization: tree.at('party', dealer.code), by })
    signIns.push({ email, role, organization: `${dealer.code} ${dealer.name}` })
  }
  return signIns
}
