import { inventoryEvents } from '@/domain/inventory/events'
import { inventoryPermissions } from '@/domain/inventory/permissions'
import { inventorySettings } from '@/domain/inventory/settings'
import { defineModule } from '@/kernel/module'

export { stockAdjusted, stockLow, stockReceived, stockShipped } from '@/domain/inventory/events'
export { ensureLevels, lockLevels } from '@/domain/inventory/levels'
export { postMoves, type Move, type MoveKind, type Posting } from '@/domain/inventory/ledger'
export { availabilityOf, availableNow } from '@/domain/inventory/queries/availability'
export { releaseForCart, releaseForOrderLines } from '@/domain/inventory/release'
export { holdForCart, reserveForOrder, type CartClaim, type OrderClaim } from '@/domain/inventory/reserve'
export type { Availability, LockedLevel, StockLine } from '@/domain/inventory/rows'
export { cartHoldFrom } from '@/domain/inventory/settings'
export { shipStock, type Shipping } from '@/domain/inventory/ship-stock'

/** What lies where, what of it is promised, and every move of it. */
export const inventoryModule = defineModule({
  name: 'inventory',
  machines: [],
  permissions: inventoryPermissions,
  events: inventoryEvents,
  notifications: [],
  sequences: [],
  settings: inventorySettings,
  operations: [],
})
