import { z } from 'zod'
import { creditableQuantity, creditLine, type CreditedAmounts } from '@/domain/finance/crediting'
import { insertLine, type BilledLine } from '@/domain/finance/drafting'
import { tenantOf } from '@/domain/finance/facts'
import { allocate } from '@/domain/finance/ledger'
import { lockInvoice } from '@/domain/finance/locking'
import { finalise } from '@/domain/finance/posting'
import type { InvoiceLineRow, InvoiceRow } from '@/domain/finance/rows'
import { creditSeries } from '@/domain/finance/settings'
import { taxTotals } from '@/domain/finance/tax'
import { refuse } from '@/kernel/errors'
import { priceTimesQuantity, sumMinor } from '@/kernel/money'
import { QuantityInput, type Quantity } from '@/kernel/quantity'
import { defineOperation, type Context } from '@/platform/operation'

/**
 * Credits a posted invoice by a credit note that points at its lines and uses THEIR taxes (F4); without lines, all that
 * is left. It settles the invoice as far as that is open; the rest stays as credit of the dealer. Answers
 * `{ id, number, totalMinor, openMinor }` of the credit note. Refuses NOT_FOUND, STATE_REFUSED, OVER_CREDIT.
 */
export const creditInvoice = defineOperation({
  name: 'invoice.credit',
  permission: 'invoice.credit',
  summary: 'Credit a posted invoice, whole or in part',
  input: z.strictObject({
    id: z.uuid(),
    lines: z
      .array(z.strictObject({ line: z.uuid(), quantity: QuantityInput }))
      .min(1)
      .max(1000)
      .optional(),
    reason: z.string().trim().min(1).max(400),
  }),
  run: async (ctx, { id, lines: wanted, reason }) => {
    const { invoice, standing } = await lockInvoice(ctx, id, 'invoice.credit')
    mustBeCreditable(invoice)
    const credits = await creditsOf(ctx, invoice, wanted)
    const note = await insertNote(ctx, invoice, credits, reason)
    await ctx.flush()
    const [creditNote] = await ctx.lockMany<InvoiceRow>('invoices', [note])
    if (!creditNote) return refuse('NOT_FOUND', { noun: 'The credit note' })
    await finalise(ctx, creditNote, standing)
    const amountMinor = Math.min(creditNote.openMinor, invoice.openMinor)
    if (amountMinor > 0) await allocate(ctx, { creditNote }, [{ invoice, amountMinor }], creditNote.invoicedOn ?? '')
    return { id: note, number: creditNote.number, totalMinor: creditNote.totalMinor, openMinor: creditNote.openMinor }
  },
})

type Credit = CreditedAmounts & { line: InvoiceLineRow; quantity: Quantity }
type Wanted = readonly { line: string; quantity: Quantity }[] | undefined

function mustBeCreditable(invoice: InvoiceRow): void {
  if (invoice.kind === 'credit-note')
    refuse('INPUT_INVALID', { reason: 'A credit note cannot be credited; void it instead.' })
  if (invoice.status === 'posted') return
  refuse('STATE_REFUSED', {
    noun: 'Invoice',
    number: invoice.number ?? '',
    state: invoice.status,
    action: 'credit',
    from: 'posted',
  })
}

async function creditsOf(ctx: Context, invoice: InvoiceRow, wanted: Wanted): Promise<Credit[]> {
  const lines = await ctx.find<InvoiceLineRow>('invoice-lines', { invoice: invoice.id })
  const notes = (await ctx.find<InvoiceRow>('invoices', { creditOf: invoice.id })).filter(
    (note) => note.status !== 'void',
  )
  const earlier = await ctx.find<InvoiceLineRow>('invoice-lines', { invoice: notes.map((note) => note.id) })
  const creditedOf = (line: InvoiceLineRow) => earlier.filter((row) => row.creditedLine === line.id)
  const asked = wanted ?? lines.map((line) => ({ line: line.id, quantity: creditableQuantity(line, creditedOf(line)) }))
  mustBeOnce(asked)
  const credits = asked.flatMap(({ line: id, quantity }): Credit[] => {
    const line = lines.find((row) => row.id === id) ?? refuse('NOT_FOUND', { noun: 'The invoice line' })
    return quantity > 0n
      ? [{ line, quantity, ...creditLine(line, creditedOf(line), quantity, invoice.taxInclusive) }]
      : []
  })
  if (credits.length === 0)
    refuse('CONFLICT', { reason: `Everything of ${invoice.number ?? 'the invoice'} is credited already.` })
  return credits
}

function mustBeOnce(asked: readonly { line: string }[]): void {
  if (new Set(asked.map((one) => one.line)).size < asked.length)
    refuse('INPUT_INVALID', { reason: 'Each line is credited once per credit note.' })
}

async function insertNote(
  ctx: Context,
  invoice: InvoiceRow,
  credits: readonly Credit[],
  reason: string,
): Promise<string> {
  const tenant = { ...tenantOf(invoice), sharedAt: null }
  const taxMinor = sumMinor(credits.map((credit) => credit.taxMinor))
  const grossMinor = sumMinor(credits.map((credit) => credit.grossMinor))
  const { buyerName, billTo, seller, currency, taxInclusive, taxRounding, order, orderNumber, poReference } = invoice
  const id = ctx.insert('invoices', {
    ...tenant,
    ...{ buyerName, billTo, seller, currency, taxInclusive, taxRounding, order, orderNumber, poReference },
    kind: 'credit-note',
    status: 'draft',
    series: await ctx.setting(creditSeries, invoice.organization),
    creditOf: invoice.id,
    subtotalMinor: taxInclusive ? grossMinor : grossMinor - taxMinor,
    discountMinor: 0,
    taxMinor,
    totalMinor: grossMinor,
    openMinor: 0,
    taxes: taxTotals(credits),
    note: reason,
  })
  for (const [index, credit] of credits.entries()) {
    insertLine(ctx, {
      ...credit,
      invoice: id,
      tenant,
      lineNo: index + 1,
      creditedLine: credit.line.id,
      line: billedAs(credit, invoice),
    })
  }
  return id
}

// The line keeps its price; what discounts took off the invoice is taken off the credit too.
function billedAs({ line, quantity, netMinor, grossMinor, taxes }: Credit, invoice: InvoiceRow): BilledLine {
  const { orderLine, shipmentLine, sku, name, unit, unitPriceMicro, taxClass, untaxedReason } = line
  const amountMinor = priceTimesQuantity(unitPriceMicro, quantity, invoice.currency)
  const discountMinor = amountMinor - (invoice.taxInclusive ? grossMinor : netMinor)
  return {
    orderLine,
    shipmentLine,
    sku,
    name,
    unit,
    quantity,
    unitPriceMicro,
    discountMinor,
    taxClass,
    taxes,
    untaxedReason,
  }
}
