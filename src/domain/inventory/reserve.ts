import { claimStock, type Claimed } from '@/domain/inventory/claiming'
import type { StockLine } from '@/domain/inventory/rows'
import type { Context, Tenant } from '@/platform/operation'

export interface OrderClaim {
  seller: Tenant
  /** the order goes out whole or not at all: with something missing it reserves nothing (S5) */
  shipComplete?: boolean
  lines: readonly (StockLine & { readonly orderLine: string; readonly backorder?: 'none' | 'allowed' | undefined; readonly cartLine?: string | null | undefined })[]
}

/**
 * Reserves the lines of an order firmly, all or none (S1), taking over what its cart lines hold (S2). Variants with
 * backorder take what there is; the answer says what is missing per order line. Refuses STOCK_SHORT. Flush before it
 * when the same operation has changed reservations or levels already.
 */
export async function reserveForOrder(ctx: Context, { seller, shipComplete = false, lines }: OrderClaim): Promise<Claimed> {
  return claimStock(ctx, {
    seller,
    shipComplete,
    lines: lines.map((line) => ({ ...line, line: line.orderLine })),
    columns: ({ line }) => ({ state: 'firm', orderLine: line, expiresAt: null }),
  })
}

export interface CartClaim {
  seller: Tenant
  expiresAt: Date
  lines: readonly (StockLine & { readonly cartLine: string; readonly backorder?: 'none' | 'allowed' | undefined })[]
}

/**
 * Holds goods for cart lines until `expiresAt`, all or none; a line that holds already is adjusted and prolonged. The
 * answer says what is missing of variants with backorder. Refuses STOCK_SHORT.
 */
export async function holdForCart(ctx: Context, { seller, expiresAt, lines }: CartClaim): Promise<Claimed> {
  return claimStock(ctx, {
    seller,
    lines: lines.map((line) => ({ ...line, line: line.cartLine })),
    columns: ({ line }) => ({ state: 'held', cartLine: line, expiresAt }),
  })
}
