import type { Level } from '@/domain/inventory/reserving'
import type { Quantity } from '@/kernel/quantity'

/** A level with the facts that decide about it, read under its lock. */
export interface LockedLevel extends Level {
  readonly location: string
  readonly safety: Quantity
  /** null: nobody asked to be told when it runs low */
  readonly reorderPoint: Quantity | null
}

/** Goods promised to one line. */
export interface Reservation {
  readonly id: string
  readonly level: string
  readonly variant: string
  readonly orderLine: string | null
  readonly cartLine: string | null
  readonly quantity: Quantity
}

/** One variant of a line in words a person reads; quantities in its stock unit. */
export interface StockLine {
  readonly variant: string
  readonly quantity: Quantity
  readonly sku: string
  readonly unit: string
}

/** What can be promised of a variant, never less than zero, per warehouse in the order of allocation. */
export interface Availability {
  total: Quantity
  warehouses: { id: string; code: string; name: string; available: Quantity }[]
}
