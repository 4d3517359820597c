import { invoiceActionSource, paymentActionSource } from '@/domain/finance'
import { dealerActionSource } from '@/domain/network'
import { orderActionSource, shipmentActionSource } from '@/domain/sales'
import type { ActionSource } from '@/platform/actions'

/** Every kind of document whose actions can be asked for and explained, by collection. */
export const actionSources: ReadonlyMap<string, ActionSource> = new Map(
  [orderActionSource, shipmentActionSource, invoiceActionSource, paymentActionSource, dealerActionSource].map((source) => [source.slug, source as ActionSource]),
)
