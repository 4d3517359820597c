import type { BranchStep } from '@/platform/access/scope'

// Stock belongs to the branch of its warehouse, whatever branch that is now: nothing is written when a warehouse moves to another.
export const THROUGH_WAREHOUSE: readonly BranchStep[] = [{ field: 'warehouse', table: 'warehouses' }]
export const THROUGH_LOCATION: readonly BranchStep[] = [{ field: 'location', table: 'storage_locations' }, ...THROUGH_WAREHOUSE]
export const THROUGH_LEVEL: readonly BranchStep[] = [{ field: 'level', table: 'stock_levels' }, ...THROUGH_LOCATION]
