import { z } from 'zod'
import { partiesFor } from '@/domain/sales/parties'
import { priceOrder } from '@/domain/sales/pricing'
import { quoteLines } from '@/domain/sales/quoting'
import { atSellingBranch } from '@/domain/sales/selling-branch'
import { QuantityInput, toText } from '@/kernel/quantity'
import { sumMinor } from '@/kernel/money'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** Lines to be priced; `key` is how the answer speaks of each. */
export const QuoteLines = z.array(z.strictObject({ key: z.string().max(40), variant: z.uuid(), quantity: QuantityInput, unit: z.string().max(12).optional() })).max(200)

/**
 * What lines would cost a dealer now, for a form that drafts an order. A line that cannot be ordered has a sentence
 * instead of a price. The caller has established the right to draft orders for the seller.
 */
export async function quoteFor(reader: Reader, seller: OrganizationFacts, dealer: string, asked: z.output<typeof QuoteLines>) {
  const parties = await atSellingBranch(reader, await partiesFor(reader, { buyer: dealer, seller: seller.id }))
  const quote = await quoteLines(reader, parties, asked.map(({ variant, ...line }) => ({ ...line, ref: { variant } })))
  const pricing = await priceOrder(reader, parties, quote.lines)
  const lines = asked.map(({ key }) => {
    const index = quote.lines.findIndex((line) => line.key === key)
    const line = quote.lines[index]
    if (!line) return { key, problem: quote.problems.get(key)?.message ?? 'It cannot be ordered.' }
    const { stockUnit, unitPriceMicro } = line
    return { key, unitPriceMicro, stockUnit, stockQuantity: toText(line.quantity), netMinor: pricing.document.lines[index]?.netMinor ?? 0 }
  })
  const netMinor = sumMinor(pricing.document.lines.map((line) => line.netMinor))
  return { currency: parties.currency, netMinor, taxMinor: pricing.taxMinor, totalMinor: pricing.totalMinor, lines }
}
