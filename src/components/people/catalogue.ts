import { isForKeys } from '@/domain/identity'
import { permissions } from '@/domain/permissions'
import type { PermissionGroup } from '@/components/people/words'

const LABELS: Readonly<Record<string, string>> = { identity: 'People and access', network: 'Organizations and dealers', content: 'Files and pictures', core: 'System', health: 'Health of the system', catalog: 'Catalog and prices', inventory: 'Stock', sales: 'Orders and shipments', finance: 'Invoices and payments' }

// What people come for first; the machinery last.
const ORDER = ['sales', 'finance', 'catalog', 'inventory', 'network', 'identity', 'content']
const placeOf = (module: string) => (ORDER.includes(module) ? ORDER.indexOf(module) : ORDER.length)

/** Every permission, grouped by module as people know it. Server only: it reads the registry. */
export const permissionGroups: readonly PermissionGroup[] = [...permissions].sort((one, other) => placeOf(one.module) - placeOf(other.module)).map(({ module, keys }) => ({
  module,
  label: LABELS[module] ?? module.charAt(0).toUpperCase() + module.slice(1),
  entries: Object.entries(keys).map(([key, sentence]) => ({ key, sentence, forKeys: isForKeys(key) })),
}))
