import { computeDocument, type ComputedDocument, type TaxAmount } from '@/domain/finance/tax'
import type { Rounding, Tax } from '@/domain/finance/tax-split'
import { sumMinor } from '@/kernel/money'
import type { Quantity } from '@/kernel/quantity'
import type { Context, Tenant } from '@/platform/operation'

/** A line as it is billed; its taxes are decided. */
export type BilledLine = {
  orderLine?: string | null | undefined
  shipmentLine?: string | null | undefined
  sku?: string | null | undefined
  name: string
  unit: string
  quantity: Quantity
  unitPriceMicro: number
  discountMinor: number
  taxClass?: string | null | undefined
  taxes: readonly Tax[]
  untaxedReason?: string | null | undefined
}

/** How a document counts: its currency, where tax is rounded, whether prices contain it, its own discount. */
export type Terms = { currency: string; taxRounding: Rounding; taxInclusive: boolean; headerDiscountMinor: number }

/** Amounts of billed lines by the one tax engine (X1-X5, X7). */
export function computeBill(lines: readonly BilledLine[], terms: Terms): ComputedDocument {
  return computeDocument({
    lines: lines.map((line, index) => ({
      id: String(index).padStart(6, '0'),
      unitPriceMicro: line.unitPriceMicro,
      quantity: line.quantity,
      discountMinor: line.discountMinor,
      taxes: line.taxes,
    })),
    headerDiscountMinor: terms.headerDiscountMinor,
    rounding: terms.taxRounding,
    inclusive: terms.taxInclusive,
    currency: terms.currency,
  })
}

/** Totals as the invoice's row keeps them: subtotal before the document's discount, total what is to be paid. */
export function totalsOf(bill: ComputedDocument, inclusive: boolean): Record<string, unknown> & { totalMinor: number } {
  const before = bill.lines.map((line) => line.amountMinor - line.discountMinor)
  return {
    subtotalMinor: sumMinor(before),
    discountMinor: bill.headerDiscountMinor,
    taxMinor: bill.taxMinor,
    totalMinor: inclusive ? sumMinor([...before, -bill.headerDiscountMinor]) : bill.grossMinor,
    taxes: bill.taxes,
  }
}

/** Collects the rows of a draft's lines. */
export function insertLines(
  ctx: Context,
  invoice: string,
  tenant: Tenant,
  lines: readonly BilledLine[],
  bill: ComputedDocument,
): void {
  for (const [index, line] of lines.entries()) {
    const computed = bill.lines[index]
    if (!computed) continue
    insertLine(ctx, { invoice, tenant, lineNo: index + 1, line, ...computed })
  }
}

/** Collects the row of one line with amounts that are decided. */
export function insertLine(ctx: Context, row: LineToWrite): void {
  const { invoice, tenant, lineNo, line } = row
  ctx.insert('invoice-lines', {
    ...tenant,
    invoice,
    lineNo,
    orderLine: line.orderLine ?? null,
    shipmentLine: line.shipmentLine ?? null,
    creditedLine: row.creditedLine ?? null,
    sku: line.sku ?? null,
    name: line.name,
    unit: line.unit,
    quantity: line.quantity,
    unitPriceMicro: line.unitPriceMicro,
    discountMinor: line.discountMinor,
    taxClass: line.taxClass ?? null,
    taxes: row.taxes,
    untaxedReason: line.untaxedReason ?? null,
    netMinor: row.netMinor,
    taxMinor: row.taxMinor,
    grossMinor: row.grossMinor,
  })
}

export type LineToWrite = {
  invoice: string
  tenant: Tenant
  lineNo: number
  line: BilledLine
  creditedLine?: string
  taxes: readonly TaxAmount[]
  netMinor: number
  taxMinor: number
  grossMinor: number
}
