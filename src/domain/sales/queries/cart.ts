import type { VariantFacts } from '@/domain/catalog'
import { availabilityOf } from '@/domain/inventory'
import { partiesFor, type Parties } from '@/domain/sales/parties'
import { priceOrder } from '@/domain/sales/pricing'
import { quoteLines, type Quote, type QuotedLine } from '@/domain/sales/quoting'
import type { ShipTo } from '@/domain/sales/rows'
import { addQuantity, quantity, toText, ZERO, type Quantity } from '@/kernel/quantity'
import { boundTo } from '@/platform/access/bound'
import type { OrganizationFacts } from '@/platform/access/principal'
import type { Reader } from '@/platform/reader'

/** A line of the cart as it could be ordered now. Quantities are decimal text, amounts minor units. */
export interface CartLineView {
  id: string
  variant: string
  product: string | null
  sku: string
  name: string
  unit: string
  /** every unit it is sold in, with stock units per unit */
  units: { code: string; factor: string }[]
  decimals: number
  minimum: string | null
  step: string | null
  quantity: string
  stockUnit: string
  stockQuantity: string | null
  /** per stock unit, in micro-units of the major unit */
  unitPriceMicro: number | null
  breaks: { minimumQuantity: string; unitPriceMicro: number }[]
  netMinor: number | null
  taxMinor: number | null
  grossMinor: number | null
  /** in stock units, what this cart holds included */
  available: string
  isShort: boolean
  /** why it cannot be ordered as it is; null when it can */
  problem: string | null
}

export interface CartView {
  id: string | null
  seller: { id: string; name: string }
  currency: string
  shipTo: ShipTo | null
  /** the branches the person can order for */
  branches: { id: string; name: string; address: string | null }[]
  lines: CartLineView[]
  subtotalMinor: number
  taxMinor: number
  totalMinor: number
  taxInclusive: boolean
  taxes: { name: string; ratePpm: number; baseMinor: number; taxMinor: number }[]
  /** until when the opened checkout holds the goods */
  heldUntil: Date | null
  canCheckout: boolean
}

interface Row {
  cart: string
  id: string | null
  variant: string
  unit: string
  quantity: string
  sku: string
  name: string
  held: string
  heldUntil: Date | null
}

const LINES = `
select c.id as cart, l.id, l.variant_id as variant, l.unit, l.quantity::text as quantity, v.sku, v.name, h.held::text as held, h.until as "heldUntil"
from carts c left join cart_lines l on l.cart_id = c.id and l.removed_at is null left join variants v on v.id = l.variant_id
left join lateral (select coalesce(sum(r.quantity), 0) as held, min(r.expires_at) as until from reservations r
  where r.cart_line_id = l.id and r.state = 'held' and r.expires_at > $4::timestamptz) h on true
where c.organization_id = $1::uuid and c.owner_id = $2::uuid and c.seller_id = $3::uuid and c.state = 'open' order by l.id`

/**
 * The person's open cart with today's prices, taxes at the ship-to address and what is available. Lines that cannot be
 * ordered say why; totals are those of the others. The caller has established the right to buy for the organization.
 */
export async function cartOf(reader: Reader, organization: OrganizationFacts, address?: string): Promise<CartView> {
  const bound = boundTo(reader.principal, organization.id, 'order.submit')
  const parties = await partiesFor(reader, { buyer: organization.id, address, bound })
  const found = await reader.rows<Row>(LINES, [organization.id, reader.principal.id, parties.seller, reader.now], 'tf_cart')
  const rows = found.filter((row): row is Row & { id: string } => row.id !== null)
  const asked = rows.map((row) => ({ key: row.id, ref: { variant: row.variant }, unit: row.unit, quantity: quantity(row.quantity) }))
  const quote = await quoteLines(reader, parties, asked)
  const pricing = await priceOrder(reader, parties, quote.lines)
  const available = await availabilityOf(reader, { seller: parties.seller, variants: rows.map((row) => row.variant) })
  const held = sumPerVariant(rows)
  const wanted = wantedPerVariant(quote)
  const lines = rows.map((row) => {
    const free = addQuantity(available.get(row.variant)?.total ?? ZERO, held.get(row.variant) ?? ZERO)
    return lineOf(row, quote, pricing.document.lines, { free, wanted: wanted.get(row.variant) ?? ZERO })
  })
  return {
    id: found[0]?.cart ?? null,
    ...partiesShown(parties),
    branches: parties.branches.filter((one) => bound === null || bound.includes(one.id)),
    lines,
    subtotalMinor: pricing.subtotalMinor,
    taxMinor: pricing.taxMinor,
    totalMinor: pricing.totalMinor,
    taxInclusive: pricing.inclusive,
    taxes: pricing.document.taxes.map(({ name, ratePpm, baseMinor, taxMinor }) => ({ name, ratePpm, baseMinor, taxMinor })),
    heldUntil: rows.map((row) => row.heldUntil).find((until) => until !== null) ?? null,
    canCheckout: lines.length > 0 && lines.every((line) => line.problem === null),
  }
}

function partiesShown({ seller, sellerName, currency, shipTo }: Parties) {
  return { seller: { id: seller, name: sellerName }, currency, shipTo }
}

type Amounts = { netMinor: number; taxMinor: number; grossMinor: number }

function lineOf(row: Row & { id: string }, quote: Quote, amounts: readonly Amounts[], stock: { free: Quantity; wanted: Quantity }): CartLineView {
  const index = quote.lines.findIndex((line) => line.key === row.id)
  const line = quote.lines[index]
  const isShort = line?.backorder === 'none' && stock.wanted > stock.free
  const short = isShort ? `Only ${toText(stock.free)} ${line.stockUnit} available.` : null
  const { id, variant, sku, name, unit } = row
  return {
    ...{ id, variant, sku, name, unit, quantity: toText(quantity(row.quantity)) },
    ...ofVariant(quote.variants.get(id), unit),
    ...(line ? ofPrice(line, amounts[index]) : UNPRICED),
    available: toText(stock.free),
    isShort,
    problem: quote.problems.get(id)?.message ?? short,
  }
}

function ofVariant(facts: VariantFacts | undefined, unit: string) {
  if (!facts) return { product: null, units: [], decimals: 0, minimum: null, step: null, stockUnit: unit }
  const { product, stockUnit, packs, minimum, step } = facts
  const units = [{ code: stockUnit.code, factor: '1' }, ...packs.map((pack) => ({ code: pack.unit, factor: toText(pack.factor) }))]
  return { product, units, decimals: stockUnit.decimals, minimum: minimum && toText(minimum), step: step && toText(step), stockUnit: stockUnit.code }
}

const UNPRICED = { stockQuantity: null, unitPriceMicro: null, breaks: [], netMinor: null, taxMinor: null, grossMinor: null }

function ofPrice(line: QuotedLine, { netMinor, taxMinor, grossMinor }: Amounts = { netMinor: 0, taxMinor: 0, grossMinor: 0 }) {
  const breaks = line.breaks.map((one) => ({ minimumQuantity: toText(one.minimumQuantity), unitPriceMicro: one.unitPriceMicro }))
  return { stockQuantity: toText(line.quantity), unitPriceMicro: line.unitPriceMicro, breaks, netMinor, taxMinor, grossMinor }
}

function sumPerVariant(rows: readonly Row[]): Map<string, Quantity> {
  const sums = new Map<string, Quantity>()
  for (const { variant, held } of rows) sums.set(variant, addQuantity(sums.get(variant) ?? ZERO, quantity(held)))
  return sums
}

function wantedPerVariant({ lines }: Quote): Map<string, Quantity> {
  const sums = new Map<string, Quantity>()
  for (const line of lines) sums.set(line.variant, addQuantity(sums.get(line.variant) ?? ZERO, line.quantity))
  return sums
}
