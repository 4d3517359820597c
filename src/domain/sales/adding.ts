import { refKey, toStockQuantity, variantsForOrder, type SellingUnits, type VariantFacts } from '@/domain/catalog'
import { putLine, type OpenCart } from '@/domain/sales/carts'
import { quoteLines, unitOf, type AskedLine, type Quote } from '@/domain/sales/quoting'
import { isDomainError, type DomainError } from '@/kernel/errors'
import { addQuantity, type Quantity } from '@/kernel/quantity'
import type { Context } from '@/platform/operation'

/** What became of lines somebody wants in the cart, by their keys. */
export interface Additions {
  /** the cart line each good one went into */
  added: Map<string, string>
  problems: Map<string, DomainError>
  quote: Quote
}

/**
 * Adds lines to a cart: equal variants in equal units become one line, together with what is there already, and minimum
 * and step (S20) count for that line. Good lines are added even when others have problems.
 */
export async function addToCart(ctx: Context, open: OpenCart, cart: () => string, asked: readonly AskedLine[]): Promise<Additions> {
  const { merged, keys } = await mergeLines(ctx, open, asked)
  const quote = await quoteLines(ctx, open.parties, merged)
  const ids = new Map(quote.lines.map((line) => [line.key, putLine(ctx, open, cart(), line)]))
  const additions: Additions = { added: new Map(), problems: new Map(), quote }
  for (const [key, target] of keys) {
    const id = ids.get(target)
    const problem = quote.problems.get(target)
    if (id) additions.added.set(key, id)
    else if (problem) additions.problems.set(key, problem)
  }
  return additions
}

async function mergeLines(ctx: Context, open: OpenCart, asked: readonly AskedLine[]): Promise<{ merged: AskedLine[]; keys: Map<string, string> }> {
  const found = await variantsForOrder(ctx, { seller: open.parties.seller, refs: asked.map((line) => line.ref) })
  const merged = new Map<string, AskedLine>()
  const keys = new Map<string, string>()
  for (const line of asked) {
    const one = targetOf(line, found.get(refKey(line.ref)))
    const there = merged.get(one.key) ?? open.lines.find((known) => `${known.variant} ${known.unit}` === one.key)
    merged.set(one.key, there ? { ...one, quantity: addQuantity(there.quantity, one.quantity) } : one)
    keys.set(line.key, one.key)
  }
  return { merged: [...merged.values()], keys }
}

// Lines of one variant and unit share a key. What cannot be measured has a problem of its own and spoils no other line.
function targetOf(line: AskedLine, facts: VariantFacts | undefined): AskedLine {
  if (!facts) return line
  const unit = unitOf(line.unit, facts)
  return isMeasurable({ quantity: line.quantity, unit }, facts) ? { key: `${facts.id} ${unit}`, ref: { variant: facts.id }, unit, quantity: line.quantity } : line
}

function isMeasurable(asked: { quantity: Quantity; unit: string }, units: SellingUnits): boolean {
  try {
    toStockQuantity(asked, units)
    return true
  } catch (error) {
    if (isDomainError(error)) return false
    throw error
  }
}
