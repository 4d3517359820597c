import { refuse } from '@/kernel/errors'
import {
  addQuantity,
  negateQuantity,
  subtractQuantity,
  sumQuantities,
  toText,
  ZERO,
  type Quantity,
} from '@/kernel/quantity'

/** Kind of the storage location a level lies in; only 'stock' can be sold. */
export type LocationKind = 'stock' | 'quarantine' | 'transit' | 'waste'

export type LevelQuantities = { readonly onHand: Quantity; readonly reserved: Quantity }

export type StockOfVariant = LevelQuantities & { readonly kind: LocationKind }

/** Goods of one variant as the SKU and unit a person reads. */
export type StockSubject = { readonly sku: string; readonly unit: string }

/** On hand − reserved − what lies in locations that are not for sale − safety stock (S3); negative when safety is eaten up. */
export function availableQuantity(levels: readonly StockOfVariant[], safety: Quantity = ZERO): Quantity {
  const sellable = levels.filter((level) => level.kind === 'stock')
  return subtractQuantity(sumQuantities(sellable.map(freeQuantity)), safety)
}

/** On hand minus reserved of one level. */
export function freeQuantity(level: LevelQuantities): Quantity {
  return subtractQuantity(level.onHand, level.reserved)
}

/** True when available stock, not stock on hand, has reached the reorder point (S3). */
export function isLowStock(available: Quantity, reorderPoint: Quantity): boolean {
  return available <= reorderPoint
}

/** True when a change made stock low that was not low before: the moment to warn once (S3). */
export function becameLow(change: { before: Quantity; after: Quantity; reorderPoint: Quantity }): boolean {
  return isLowStock(change.after, change.reorderPoint) && !isLowStock(change.before, change.reorderPoint)
}

export type LevelChange = {
  /** signed change of what is on hand */
  readonly onHand: Quantity
  /** signed change of what is reserved, for shipping reserved goods or releasing them */
  readonly reserved?: Quantity
}

/**
 * The level after a move, keeping 0 ≤ reserved ≤ on hand. Refuses STOCK_SHORT when less than nothing would be left,
 * STOCK_RESERVED when reserved goods would leave, CONFLICT when more would be released than is reserved.
 */
export function applyMove<L extends LevelQuantities>(level: L, change: LevelChange, subject: StockSubject): L {
  const onHand = addQuantity(level.onHand, change.onHand)
  const reserved = addQuantity(level.reserved, change.reserved ?? ZERO)
  if (onHand < 0n) {
    refuse('STOCK_SHORT', {
      ...subject,
      requested: toText(negateQuantity(change.onHand)),
      available: toText(level.onHand),
    })
  }
  if (reserved < 0n) refuse('CONFLICT', { reason: `${subject.sku}: the reservation was released already.` })
  if (reserved > onHand) refuse('STOCK_RESERVED', { ...subject, reserved: toText(reserved), onHand: toText(onHand) })
  return { ...level, onHand, reserved }
}
