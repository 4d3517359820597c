import type { Parties } from '@/domain/sales/parties'
import type { Pricing } from '@/domain/sales/pricing'
import type { QuotedLine } from '@/domain/sales/quoting'
import type { Context, Tenant } from '@/platform/operation'

/** The columns of an order that follow from its lines. */
export function amountsOf(pricing: Pricing): Record<string, unknown> {
  return {
    subtotalMinor: pricing.subtotalMinor,
    discountMinor: pricing.discountMinor,
    taxMinor: pricing.taxMinor,
    totalMinor: pricing.totalMinor,
    taxInclusive: pricing.inclusive,
    taxRounding: pricing.rounding,
  }
}

/** The columns of an order that follow from its parties. */
export function partiesOf(parties: Parties): Record<string, unknown> {
  return { buyerName: parties.buyerName, currency: parties.currency, shipTo: parties.shipTo, branch: parties.sellerBranch, counterpartyBranch: parties.buyerBranch }
}

/** Collects the lines of an order with everything they are ordered under (S13); answers their ids in order. */
export function insertLines(ctx: Context, order: { id: string; tenant: Tenant }, lines: readonly (QuotedLine & { id?: string })[], pricing: Pricing): string[] {
  return lines.map((line, index) => {
    return ctx.insert('order-lines', {
      ...(line.id ? { id: line.id } : {}),
      ...order.tenant,
      order: order.id,
      lineNo: index + 1,
      variant: line.variant,
      sku: line.sku,
      name: line.name,
      unit: line.unit,
      factor: line.factor,
      orderQuantity: line.orderQuantity,
      stockUnit: line.stockUnit,
      quantity: line.quantity,
      backorder: line.backorder,
      priceList: line.priceList,
      priceKind: line.priceKind,
      unitPriceMicro: line.unitPriceMicro,
      taxClass: line.taxClass,
      untaxedReason: pricing.taxes.get(line.taxClass)?.reason ?? null,
      ...lineAmounts(pricing, index),
    })
  })
}

function lineAmounts({ document }: Pricing, index: number): Record<string, unknown> {
  const computed = document.lines[index]
  if (!computed) throw new Error(`Line ${index + 1} has no amounts.`)
  const { taxes, netMinor, taxMinor, grossMinor } = computed
  return { taxes, netMinor, taxMinor, grossMinor }
}
