export interface NavEntry {
  label: string
  href: string
  /** Needed to see it; null: everybody in the admin. */
  needs: string | null
}

export interface NavSection {
  label: string
  entries: readonly NavEntry[]
}

const list = (label: string, slug: string, needs: string): NavEntry => ({ label, needs, href: `/admin/collections/${slug}` })

/** The navigation of the admin. Lines, ledgers of plumbing and queues are reached through the pages they belong to. */
export const navigation: readonly NavSection[] = [
  { label: 'Sales', entries: [list('Orders', 'orders', 'order.read'), list('Shipments', 'shipments', 'shipment.read')] },
  {
    label: 'Catalog',
    entries: [
      list('Products', 'products', 'product.read'),
      list('Variants', 'variants', 'product.read'),
      list('Categories', 'categories', 'category.read'),
      list('Brands', 'brands', 'brand.read'),
      list('Units', 'units', 'unit.read'),
      list('Price lists', 'price-lists', 'price.read'),
      list('Prices', 'prices', 'price.read'),
    ],
  },
  {
    label: 'Stock',
    entries: [
      list('Stock levels', 'stock-levels', 'stock.read'),
      list('Stock moves', 'stock-moves', 'stock.read'),
      list('Reservations', 'reservations', 'stock.read'),
      list('Warehouses', 'warehouses', 'warehouse.read'),
      list('Storage locations', 'storage-locations', 'location.read'),
      list('Reorder rules', 'reorder-rules', 'reorder-rule.read'),
    ],
  },
  {
    label: 'Network',
    entries: [
      list('Dealers', 'dealers', 'dealer.read'),
      list('Dealer tiers', 'dealer-tiers', 'tier.read'),
      list('Territories', 'territories', 'territory.read'),
      list('Suppliers', 'suppliers', 'supplier.read'),
      list('Organizations', 'organizations', 'organization.read'),
      list('Branches', 'branches', 'branch.read'),
      list('Addresses', 'addresses', 'address.read'),
    ],
  },
  {
    label: 'Finance',
    entries: [
      list('Invoices', 'invoices', 'invoice.read'),
      list('Payments', 'payments', 'payment.read'),
      list('Allocations', 'allocations', 'payment.read'),
      list('Tax rates', 'tax-rates', 'tax-rate.read'),
    ],
  },
  {
    label: 'People',
    entries: [list('Members', 'memberships', 'member.read'), list('Invitations', 'invitations', 'invitation.read'), list('Roles', 'roles', 'role.read'), { label: 'Permissions', href: '/admin/permissions', needs: 'role.read' }, list('API keys', 'api-keys', 'api-key.read'), { label: 'Access', href: '/admin/access', needs: 'access.inspect' }],
  },
  {
    label: 'Me',
    entries: [
      { label: 'My security', href: '/admin/my-security', needs: null },
      { label: 'My preferences', href: '/admin/my-preferences', needs: null },
    ],
  },
  {
    label: 'System',
    entries: [
      { label: 'Settings', href: '/admin/settings', needs: 'setting.read' },
      list('Custom fields', 'custom-fields', 'custom-field.read'),
      list('Pictures', 'media', 'product.read'),
      list('Files', 'files', 'file.read'),
      list('Exports', 'exports', 'export.read'),
      { label: 'Imports', href: '/admin/imports', needs: 'import.read' },
      { label: 'Audit', href: '/admin/audit', needs: 'audit.read' },
      { label: 'Security', href: '/admin/security', needs: 'security.read' },
      { label: 'Health', href: '/admin/health', needs: 'health.read' },
      { label: 'Doctor', href: '/admin/doctor', needs: 'health.read' },
      { label: 'Queues', href: '/admin/jobs', needs: 'job.read' },
      { label: 'Mailbox', href: '/admin/mailbox', needs: 'mailbox.read' },
      { label: 'API', href: '/api/docs', needs: null },
    ],
  },
]

/** The permission a list and the pages of its rows need, or null where the navigation names none. */
export function needsOf(slug: string): string | null {
  return navigation.flatMap(({ entries }) => entries).find(({ href }) => href === `/admin/collections/${slug}`)?.needs ?? null
}

/** The sections with what this person may open; empty sections vanish. */
export function navigationFor(can: (permission: string) => boolean, hasMailbox: boolean): NavSection[] {
  const isShown = ({ needs, href }: NavEntry) => (needs === null || can(needs)) && (hasMailbox || href !== '/admin/mailbox')
  return navigation
    .map(({ label, entries }) => ({ label, entries: entries.filter(isShown) }))
    .filter(({ entries }) => entries.length > 0)
}
