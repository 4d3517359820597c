import type { TaxAmount } from '@/domain/finance/tax'
import type { Settlement } from '@/domain/finance/rules'
import type { Day } from '@/kernel/period'
import type { Quantity } from '@/kernel/quantity'

/** The parties of a document's row. */
type Parties = {
  organization: string
  tree: string
  branch: string | null
  counterparty: string
  counterpartyBranch: string | null
  sharedAt: Date | null
}

/** An address with a name above it, as documents keep it. */
export type PartySnapshot = {
  name: string
  code?: string | undefined
  recipient?: string | null | undefined
  line1?: string | undefined
  line2?: string | null | undefined
  city?: string | undefined
  region?: string | null | undefined
  postalCode?: string | null | undefined
  country?: string | undefined
  taxNumber?: string | null | undefined
  email?: string | null | undefined
  phone?: string | null | undefined
}

/** One tax of a document with what it was computed from. */
export type TaxTotal = TaxAmount & { baseMinor: number }

export type InvoiceKind = 'invoice' | 'credit-note'

export type InvoiceRow = Parties & {
  id: string
  kind: InvoiceKind
  status: 'draft' | 'posted' | 'void'
  series: string
  fiscalYear: number | null
  number: string | null
  order: string | null
  orderNumber: string | null
  poReference: string | null
  shipment: string | null
  creditOf: string | null
  buyerName: string
  billTo: PartySnapshot | null
  seller: PartySnapshot | null
  currency: string
  invoicedOn: Day | null
  dueOn: Day | null
  subtotalMinor: number
  discountMinor: number
  taxMinor: number
  totalMinor: number
  openMinor: number
  settlement: Settlement
  taxInclusive: boolean
  taxRounding: 'line' | 'document'
  taxes: TaxTotal[] | null
  pdf: string | null
  note: string | null
  internalNote: string | null
  postedAt: Date | null
}

export type InvoiceLineRow = Parties & {
  id: string
  invoice: string
  lineNo: number
  orderLine: string | null
  shipmentLine: string | null
  creditedLine: string | null
  sku: string | null
  name: string
  unit: string
  quantity: Quantity
  unitPriceMicro: number
  discountMinor: number
  taxClass: string | null
  taxes: TaxAmount[] | null
  untaxedReason: string | null
  netMinor: number
  taxMinor: number
  grossMinor: number
}

export type PaymentRow = Parties & {
  id: string
  number: string
  status: 'pending' | 'cleared' | 'cancelled' | 'reversed'
  direction: 'in' | 'out'
  method: string
  buyerName: string
  currency: string
  amountMinor: number
  unappliedMinor: number
  reference: string | null
  receivedOn: Day
}
