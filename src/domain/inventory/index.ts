import { inventoryEvents } from '@/domain/inventory/events'
import { inventoryNotifications } from '@/domain/inventory/notifications'
import { adjustStock } from '@/domain/inventory/operations/adjust-stock'
import { openStock } from '@/domain/inventory/operations/open-stock'
import { receiveStock } from '@/domain/inventory/operations/receive-stock'
import { releaseExpiredHolds } from '@/domain/inventory/operations/release-expired'
import { inventoryPermissions } from '@/domain/inventory/permissions'
import { inventorySettings } from '@/domain/inventory/settings'
import { defineModule } from '@/kernel/module'

export { stockAdjusted, stockLow, stockReceived, stockShipped } from '@/domain/inventory/events'
export { ensureLevels, lockLevels } from '@/domain/inventory/levels'
export { postMoves, type Move, type MoveKind, type Posting } from '@/domain/inventory/ledger'
export { adjustStock, openStock, receiveStock, releaseExpiredHolds }
export { availabilityOf } from '@/domain/inventory/queries/availability'
export { listReservations, type ReservationView } from '@/domain/inventory/queries/list-reservations'
export { listStock, stockLevel, type StockView, type StockWish } from '@/domain/inventory/queries/list-stock'
export { lowStock, type LowStock } from '@/domain/inventory/queries/low-stock'
export { listMoves, stockCard, stockMove, type CardLine, type MovesWish, type MoveView } from '@/domain/inventory/queries/stock-card'
export { listWarehouses, type WarehouseView } from '@/domain/inventory/queries/warehouses'
export { mustReachWarehouse } from '@/domain/inventory/places'
export { releaseForCart, releaseForOrderLines } from '@/domain/inventory/release'
export { stockStream } from '@/domain/inventory/streams'
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
  notifications: inventoryNotifications,
  sequences: [],
  settings: inventorySettings,
  operations: [adjustStock, receiveStock, openStock, releaseExpiredHolds],
})
