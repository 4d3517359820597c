import type { Reach } from '@/kernel/permission'

export interface BuiltInRole {
  key: string
  name: string
  description: string
  audience: 'hq' | 'dealer' | 'supplier' | 'partner'
  permissions: Readonly<Record<string, Reach>>
}

const at = (reach: Reach, ...keys: readonly string[]): Record<string, Reach> => Object.fromEntries(keys.map((key) => [key, reach]))

const READ_CATALOG = ['product.read', 'category.read', 'brand.read', 'unit.read']
const READ_STOCK = ['warehouse.read', 'location.read', 'stock.read', 'reorder-rule.read']
const READ_NETWORK = ['organization.read', 'branch.read', 'address.read', 'member.read', 'invitation.read']
const READ_DEALERS = ['dealer.read', 'tier.read', 'territory.read', 'supplier.read']
const READ_SALES = ['order.read', 'shipment.read']
const READ_MONEY = ['invoice.read', 'payment.read', 'tax-rate.read', 'file.read']
const WRITE_CATALOG = ['product.write', 'category.write', 'brand.write', 'unit.write', 'price.read', 'price.write', 'media.write', 'custom-field.read', 'custom-field.write']
const PEOPLE = ['member.invite', 'member.assign-role', 'member.suspend', 'session.read', 'session.end', 'access.inspect', 'role.read', 'role.write', 'api-key.read', 'api-key.write']
const SELL = ['order.create', 'order.submit', 'order.confirm', 'order.cancel', 'order.close', 'order.annotate']
const EXPORT = ['export.read', 'export.create']
const MONEY = ['invoice.draft', 'invoice.post', 'invoice.void', 'invoice.credit', 'payment.record', 'payment.allocate', 'payment.reverse', 'tax-rate.write']

const HQ_EVERYTHING = [
  ...READ_CATALOG, ...WRITE_CATALOG, ...READ_STOCK, 'warehouse.write', 'location.write', 'stock.adjust', 'stock.receive', 'reorder-rule.write',
  ...READ_NETWORK, 'organization.write', 'branch.write', 'address.write', ...READ_DEALERS, 'dealer.create', 'dealer.update', 'dealer.approve',
  'dealer.suspend', 'tier.write', 'territory.write', 'supplier.create', 'supplier.update', ...PEOPLE, ...READ_SALES, ...SELL, 'order.ship', 'shipment.receive',
  ...READ_MONEY, ...MONEY, ...EXPORT, 'setting.read', 'setting.write', 'policy.write', 'domain.read', 'domain.write', 'import.read', 'import.run', 'audit.read', 'audit.export', 'security.read', 'security.triage', 'export.restricted', 'person.erase', 'job.read', 'job.retry',
  'health.read', 'doctor.run', 'mailbox.read', 'notification.create',
] as const

/**
 * The roles every tree begins with, as far as a permission for them exists. They are rows in the database: HQ copies
 * them and changes the copies.
 */
export const builtInRoles: readonly BuiltInRole[] = [
  { key: 'super-admin', name: 'Super administrator', description: 'Everything in the whole network.', audience: 'hq', permissions: at('network', ...HQ_EVERYTHING, 'dealer.terminate', 'export.read-all') },
  { key: 'hq-admin', name: 'HQ administrator', description: 'Runs the network day by day.', audience: 'hq', permissions: at('network', ...HQ_EVERYTHING) },
  { key: 'hq-finance', name: 'HQ finance', description: 'Invoices, payments, credit and taxes.', audience: 'hq', permissions: at('network', ...READ_MONEY, ...MONEY, ...READ_SALES, ...READ_DEALERS, 'dealer.update', ...READ_NETWORK, ...READ_CATALOG, 'price.read', ...EXPORT, 'export.restricted', 'audit.read') },
  { key: 'hq-sales', name: 'HQ sales', description: 'Dealers and their orders.', audience: 'hq', permissions: at('network', ...READ_SALES, ...SELL, ...READ_DEALERS, 'dealer.create', 'dealer.update', 'member.invite', ...READ_NETWORK, 'address.write', ...READ_CATALOG, 'price.read', ...READ_STOCK, 'invoice.read', 'file.read', ...EXPORT, 'audit.read') },
  { key: 'hq-content', name: 'HQ content', description: 'Products, categories, pictures and prices.', audience: 'hq', permissions: at('network', ...READ_CATALOG, ...WRITE_CATALOG, 'organization.read', ...EXPORT) },
  { key: 'warehouse-manager', name: 'Warehouse manager', description: 'Stock, receiving and shipping of the warehouses.', audience: 'hq', permissions: at('organization', ...READ_CATALOG, ...READ_STOCK, 'warehouse.write', 'location.write', 'stock.adjust', 'stock.receive', 'reorder-rule.write', ...READ_SALES, 'order.ship', 'shipment.receive', 'branch.read', 'organization.read', ...EXPORT) },
  { key: 'inventory-staff', name: 'Inventory staff', description: 'Sees stock, receives and ships goods.', audience: 'hq', permissions: at('organization', ...READ_CATALOG, ...READ_STOCK, 'stock.receive', ...READ_SALES, 'order.ship', 'branch.read', 'organization.read') },
  { key: 'supplier-manager', name: 'Supplier manager', description: 'HQ\'s person for the suppliers.', audience: 'hq', permissions: at('network', 'supplier.read', 'supplier.create', 'supplier.update', ...READ_NETWORK, ...READ_CATALOG, 'warehouse.read', 'location.read', 'stock.read') },
  { key: 'readonly', name: 'Read only', description: 'Sees everything of HQ and changes nothing.', audience: 'hq', permissions: at('network', ...READ_CATALOG, 'price.read', ...READ_STOCK, ...READ_NETWORK, ...READ_DEALERS, ...READ_SALES, ...READ_MONEY, 'role.read', 'setting.read', 'audit.read', 'export.read') },
  { key: 'dealer-admin', name: 'Dealer administrator', description: 'Everything of one dealer, its people included.', audience: 'dealer', permissions: at('organization', ...READ_CATALOG, 'cart.read', 'cart.write', 'order.read', 'order.submit', 'order.cancel', 'shipment.read', 'shipment.receive', 'invoice.read', 'payment.read', 'file.read', ...READ_NETWORK, 'address.write', 'branch.write', ...PEOPLE, ...EXPORT, 'audit.read', 'audit.export', 'setting.read', 'setting.write', 'domain.read', 'domain.write') },
  { key: 'dealer-user', name: 'Dealer buyer', description: 'Orders and follows its dealer\'s orders.', audience: 'dealer', permissions: at('organization', ...READ_CATALOG, 'cart.read', 'cart.write', 'order.read', 'order.submit', 'order.cancel', 'shipment.read', 'shipment.receive', 'invoice.read', 'file.read', 'organization.read', 'branch.read', 'address.read') },
  { key: 'dealer-technician', name: 'Dealer technician', description: 'Looks up products and stock, orders nothing.', audience: 'dealer', permissions: at('organization', ...READ_CATALOG, 'order.read', 'shipment.read', 'shipment.receive', 'organization.read') },
  { key: 'supplier-user', name: 'Supplier', description: 'A person of a supplier.', audience: 'supplier', permissions: at('organization', 'organization.read', 'branch.read', 'address.read', 'address.write') },
]
