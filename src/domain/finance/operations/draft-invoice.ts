import { z } from 'zod'
import { computeBill, insertLines, totalsOf, type BilledLine, type Terms } from '@/domain/finance/drafting'
import { InvoiceLineInput, MinorInput, NoteInput, PartyInput } from '@/domain/finance/inputs'
import { buyerSnapshot, sellerSnapshot } from '@/domain/finance/parties'
import type { PartySnapshot } from '@/domain/finance/rows'
import { invoiceSeries, taxRounding } from '@/domain/finance/settings'
import { taxesFor } from '@/domain/finance/taxes-for'
import { mustOwn } from '@/domain/finance/owning'
import { CurrencyInput } from '@/kernel/currency'
import { refuse } from '@/kernel/errors'
import { businessDay } from '@/kernel/period'
import { allOf } from '@/kernel/all-of'
import type { OrganizationFacts } from '@/platform/access/principal'
import { defineOperation, type Context, type Tenant } from '@/platform/operation'

const Input = z.strictObject({
  /** the seller's organization; the acting one when left out */
  seller: z.uuid().optional(),
  /** the buyer's organization, a dealer of the seller */
  buyer: z.uuid(),
  /** the seller's branch; the one that looks after the dealer when left out */
  branch: z.uuid().nullish(),
  buyerBranch: z.uuid().nullish(),
  order: z.uuid().nullish(),
  orderNumber: z.string().max(24).nullish(),
  poReference: z.string().max(60).nullish(),
  shipment: z.uuid().nullish(),
  currency: CurrencyInput.optional(),
  taxInclusive: z.boolean().default(false),
  taxRounding: z.enum(['line', 'document']).optional(),
  headerDiscountMinor: MinorInput.default(0),
  billTo: PartyInput.optional(),
  /** where the goods went, for lines that bring no taxes */
  shipTo: z.object({ country: z.string().regex(/^[A-Z]{2}$/), region: z.string().nullish() }).optional(),
  note: NoteInput.nullish(),
  lines: z.array(InvoiceLineInput).max(1000),
})

/**
 * Drafts an invoice: amounts by the one tax engine (X1-X5), parties snapshotted. Nothing counts before it is posted.
 * Answers `{ id, totalMinor, currency }`. Refuses LINES_MISSING, NOT_FOUND for a buyer that is no dealer of the seller.
 */
export const draftInvoice = defineOperation({
  name: 'invoice.draft',
  permission: 'invoice.draft',
  scope: 'organization',
  summary: 'Draft an invoice',
  input: Input,
  run: async (ctx, input) => {
    if (input.lines.length === 0) refuse('LINES_MISSING', { noun: 'The invoice' })
    const seller = await ctx.organizationFacts(input.seller ?? ctx.organization.id)
    const [branch, terms, buyer, letterhead, series] = await allOf(
      branchFor(ctx, seller.id, input),
      termsOf(ctx, seller, input),
      buyerSnapshot(ctx, input.buyer),
      sellerSnapshot(ctx, seller.id),
      ctx.setting(invoiceSeries, seller.id),
    )
    mustOwn(ctx, 'invoice.draft', seller, branch)
    const billTo = billToOf(input.billTo, buyer)
    const lines = await withTaxes(
      ctx,
      { seller: seller.id, place: placeOf(input, billTo), zone: seller.zone },
      input.lines,
    )
    const bill = computeBill(lines, terms)
    const totals = totalsOf(bill, terms.taxInclusive)
    if (totals.totalMinor < 0) refuse('INPUT_INVALID', { reason: 'The total of an invoice cannot be negative.' })
    const tenant = tenantOf(seller, input, branch)
    const { currency, taxInclusive, taxRounding } = terms
    const id = ctx.insert('invoices', {
      ...tenant,
      ...totals,
      ...{ currency, taxInclusive, taxRounding },
      ...sourceOf(input),
      kind: 'invoice',
      status: 'draft',
      series,
      buyerName: billTo.name,
      billTo,
      seller: letterhead,
      openMinor: 0,
    })
    insertLines(ctx, id, tenant, lines, bill)
    return { id, totalMinor: totals.totalMinor, currency }
  },
})

type Given = z.output<typeof Input>
type Place = { country: string; region?: string | null | undefined }

async function termsOf(
  ctx: Context,
  seller: OrganizationFacts,
  { currency, taxInclusive, headerDiscountMinor, ...given }: Given,
): Promise<Terms> {
  const rounding = given.taxRounding ?? (await ctx.setting(taxRounding, seller.id))
  return { currency: currency ?? seller.currency, taxRounding: rounding, taxInclusive, headerDiscountMinor }
}

function placeOf({ shipTo }: Given, billTo: PartySnapshot): Place {
  return shipTo ?? { country: billTo.country ?? '', region: billTo.region }
}

function tenantOf(seller: OrganizationFacts, { buyer, buyerBranch = null }: Given, branch: string | null): Tenant {
  return { organization: seller.id, tree: seller.tree, branch, counterparty: buyer, counterpartyBranch: buyerBranch }
}

function sourceOf({ order = null, orderNumber = null, poReference, shipment = null, note = null }: Given) {
  return { order, orderNumber, poReference: poReference || null, shipment, note }
}

const DEALER = `select d.branch_id as branch, ($3::uuid is null or exists (select 1 from branches b where b.id = $3::uuid and b.organization_id = $1::uuid))
    and ($4::uuid is null or exists (select 1 from branches b where b.id = $4::uuid and b.organization_id = $2::uuid)) as "areTheirs"
  from dealers d where d.organization_id = $1::uuid and d.party_id = $2::uuid`

// The branch the invoice belongs to. Both branches are those of their parties.
async function branchFor(ctx: Context, seller: string, { buyer, branch, buyerBranch = null }: Given): Promise<string | null> {
  const values = [seller, buyer, branch ?? null, buyerBranch]
  const [dealer] = await ctx.rows<{ branch: string | null; areTheirs: boolean }>(DEALER, values, 'tf_invoice_dealer')
  if (!dealer) return refuse('NOT_FOUND', { noun: 'The dealer' })
  if (!dealer.areTheirs) return refuse('NOT_FOUND', { noun: 'The branch' })
  return branch === undefined ? dealer.branch : branch
}

function billToOf(given: PartySnapshot | undefined, known: PartySnapshot): PartySnapshot {
  return { ...known, ...given, name: given?.name ?? known.name }
}

type GivenLine = z.output<typeof InvoiceLineInput>

async function withTaxes(
  ctx: Context,
  { seller, place, zone }: { seller: string; place: Place; zone: string },
  lines: readonly GivenLine[],
): Promise<BilledLine[]> {
  const classes = lines.flatMap((line) => (line.taxes || !line.taxClass ? [] : [line.taxClass]))
  const picked = await taxesFor(ctx, {
    organization: seller,
    shipTo: place,
    on: businessDay(ctx.now, zone),
    taxClasses: classes,
  })
  return lines.map((line) => {
    if (line.taxes) return { ...line, taxes: line.taxes }
    const found = line.taxClass ? picked.get(line.taxClass) : undefined
    return {
      ...line,
      taxes: found?.taxes ?? [],
      untaxedReason: found ? found.reason : (line.untaxedReason ?? 'No tax class.'),
    }
  })
}
