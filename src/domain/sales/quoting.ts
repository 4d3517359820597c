import { mustFitOrderStep, offeredVariants, refKey, toStockQuantity, type PriceBreak, type PriceOffer, type VariantFacts, type VariantRef } from '@/domain/catalog'
import type { Parties } from '@/domain/sales/parties'
import { DomainError, isDomainError, refuse } from '@/kernel/errors'
import { businessDay, type Day } from '@/kernel/period'
import type { Quantity } from '@/kernel/quantity'
import type { Reader } from '@/platform/reader'

/** A line as somebody asks for it; `key` is how the answer speaks of it. */
export interface AskedLine {
  key: string
  ref: VariantRef
  /** a unit of the variant; its stock unit when left out */
  unit?: string | undefined
  quantity: Quantity
}

/** A line that can be ordered, with all that the order will keep of it (S13). */
export interface QuotedLine {
  key: string
  variant: string
  product: string
  sku: string
  name: string
  unit: string
  factor: Quantity
  orderQuantity: Quantity
  stockUnit: string
  /** in the stock unit */
  quantity: Quantity
  taxClass: string
  backorder: 'none' | 'allowed'
  /** micro-units of the major unit, per stock unit */
  unitPriceMicro: number
  priceList: string
  priceKind: string
  taxInclusive: boolean
  breaks: readonly PriceBreak[]
}

export interface Quote {
  lines: QuotedLine[]
  /** what cannot be ordered and why, by key */
  problems: Map<string, DomainError>
  /** what the lines name, as far as it exists, by key */
  variants: Map<string, VariantFacts>
}

/**
 * Checks and prices lines for a buyer in one read: variant, unit and fraction (S15), minimum and step (S20), price by
 * the buyer's day and the quantity summed per variant (S14). A problem spoils its own line only.
 */
export async function quoteLines(reader: Pick<Reader, 'rows' | 'now'>, parties: Parties, asked: readonly AskedLine[]): Promise<Quote> {
  const on = businessDay(reader.now, parties.buyerZone)
  const { seller, buyer, currency } = parties
  const { variants: found, offers } = await offeredVariants(reader, { seller, buyer, currency, on, refs: asked.map((line) => line.ref) })
  const problems = new Map<string, DomainError>()
  const variants = new Map<string, VariantFacts>()
  const measured: Measured[] = []
  for (const line of asked) {
    const facts = found.get(refKey(line.ref))
    if (facts) variants.set(line.key, facts)
    const answer = attempt(() => measure(line, facts))
    if (isDomainError(answer)) problems.set(line.key, answer)
    else measured.push(answer)
  }
  const demand = measured.map((line) => ({ variant: line.facts.id, quantity: line.quantity }))
  const prices = offers(demand)
  const lines: QuotedLine[] = []
  for (const line of measured) {
    const answer = attempt(() => priced(line, prices.get(line.facts.id) ?? null, on))
    if (isDomainError(answer)) problems.set(line.key, answer)
    else lines.push(answer)
  }
  return { lines, problems, variants }
}

/** The lines of a quote, or the first problem with every problem in its details. */
export function mustBeOrderable({ lines, problems }: Quote): QuotedLine[] {
  const [first] = problems.values()
  if (!first) return lines
  const details = [...problems].map(([key, problem]) => ({ path: key, message: problem.message }))
  throw new DomainError(first.code, first.slots, details)
}

interface Measured {
  key: string
  facts: VariantFacts
  unit: string
  factor: Quantity
  orderQuantity: Quantity
  quantity: Quantity
}

function measure(line: AskedLine, facts: VariantFacts | undefined): Measured {
  if (!facts) return refuse('NOT_FOUND', { noun: 'sku' in line.ref ? `A product with the SKU ${line.ref.sku}` : 'The product' })
  if (!facts.isOrderable) refuse('NOT_ORDERABLE', { sku: facts.sku, reason: facts.reason ?? 'it is not sold' })
  const unit = unitOf(line.unit, facts)
  const { factor, stockQuantity } = toStockQuantity({ quantity: line.quantity, unit }, facts)
  mustFitOrderStep(line.quantity, { sku: facts.sku, unit, minimum: facts.minimum, step: facts.step })
  return { key: line.key, facts, unit, factor, orderQuantity: line.quantity, quantity: stockQuantity }
}

/** The unit a line means: codes are written in capitals, people paste them in any case; none is the stock unit. */
export function unitOf(unit: string | undefined, { stockUnit, packs }: VariantFacts): string {
  if (unit === undefined || unit === '') return stockUnit.code
  const known = [stockUnit.code, ...packs.map((pack) => pack.unit)]
  return known.find((code) => code.toUpperCase() === unit.toUpperCase()) ?? unit
}

function priced({ facts, ...line }: Measured, offer: PriceOffer | null, on: Day): QuotedLine {
  if (!offer) return refuse('NO_PRICE', { sku: facts.sku, day: on })
  return {
    ...line,
    variant: facts.id,
    product: facts.product,
    sku: facts.sku,
    name: facts.name,
    stockUnit: facts.stockUnit.code,
    taxClass: facts.taxClass,
    backorder: facts.backorder,
    unitPriceMicro: offer.unitPriceMicro,
    priceList: offer.list,
    priceKind: offer.kind,
    taxInclusive: offer.taxInclusive,
    breaks: offer.breaks,
  }
}

function attempt<T>(decide: () => T): T | DomainError {
  try {
    return decide()
  } catch (error) {
    if (isDomainError(error)) return error
    throw error
  }
}
