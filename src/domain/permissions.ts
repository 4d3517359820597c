import { corePermissions } from '@/domain/core/permissions'
import { catalogPermissions } from '@/domain/catalog/permissions'
import { contentPermissions } from '@/domain/content/permissions'
import { financePermissions } from '@/domain/finance/permissions'
import { healthPermissions } from '@/domain/health/permissions'
import { identityPermissions } from '@/domain/identity/permissions'
import { inventoryPermissions } from '@/domain/inventory/permissions'
import { networkPermissions } from '@/domain/network/permissions'
import { salesPermissions } from '@/domain/sales/permissions'

/** All permissions, by module. */
export const permissions = [
  identityPermissions,
  networkPermissions,
  catalogPermissions,
  inventoryPermissions,
  salesPermissions,
  financePermissions,
  contentPermissions,
  corePermissions,
  healthPermissions,
]

/** The keys of all permissions. */
export const permissionKeys: ReadonlySet<string> = new Set(permissions.flatMap((one) => Object.keys(one.keys)))
