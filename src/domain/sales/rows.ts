import type { Tax } from '@/domain/finance'
import type { Day } from '@/kernel/period'
import type { Quantity } from '@/kernel/quantity'

/** The tenancy columns of an order and everything below it: owner is the seller, counterparty the buyer. */
type Parties = {
  organization: string
  tree: string
  branch: string | null
  counterparty: string
  counterpartyBranch: string | null
  sharedAt: Date | null
}

/** The address goods go to, as the order keeps it. */
export type ShipTo = {
  address: string
  label: string
  recipient: string | null
  line1: string
  line2: string | null
  city: string
  region: string | null
  postalCode: string | null
  country: string
}

export type CartRow = {
  id: string
  organization: string
  tree: string
  branch: string | null
  seller: string
  owner: string
  state: 'open' | 'ordered' | 'abandoned'
  checkoutAt: Date | null
}

export type CartLineRow = { id: string; cart: string; variant: string; unit: string; quantity: Quantity; removedAt: Date | null }

export type OrderRow = Parties & {
  id: string
  status: string
  number: string | null
  buyerName: string
  poReference: string | null
  requestedOn: Day | null
  shipTo: ShipTo | null
  currency: string
  subtotalMinor: number
  discountMinor: number
  taxMinor: number
  totalMinor: number
  exposureMinor: number
  taxInclusive: boolean
  taxRounding: 'line' | 'document'
  shipComplete: boolean
  note: string | null
  internalNote: string | null
}

export type OrderLineRow = Parties & {
  id: string
  order: string
  lineNo: number
  variant: string
  sku: string
  name: string
  unit: string
  factor: Quantity
  orderQuantity: Quantity
  stockUnit: string
  quantity: Quantity
  shipped: Quantity
  invoiced: Quantity
  cancelled: Quantity
  backorder: 'none' | 'allowed'
  unitPriceMicro: number
  taxClass: string
  taxes: Tax[] | null
  untaxedReason: string | null
  netMinor: number
  taxMinor: number
  grossMinor: number
}

export type ShipmentRow = Parties & {
  id: string
  status: string
  number: string
  order: string
  warehouse: string
  carrier: string | null
  trackingNumber: string | null
  shipTo: ShipTo | null
}

export type ShipmentLineRow = {
  id: string
  shipment: string
  orderLine: string
  variant: string
  sku: string
  name: string
  quantity: Quantity
  invoiced: Quantity
}

/** One page of a list: rows, where to go on, and the total where it was asked for. */
export type ListPage<T> = { rows: T[]; nextCursor: string | null; limit: number; total?: number; totalCapped?: boolean; page?: number }
