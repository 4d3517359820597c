import type { InvoiceLineView, InvoiceView } from '@/domain/finance/queries/invoice-page'
import type { PartySnapshot } from '@/domain/finance/rows'
import type { TaxAmount } from '@/domain/finance/tax'
import { formatMinor, formatUnitPrice } from '@/kernel/currency'
import { formatQuantity, quantity } from '@/kernel/quantity'
import { wordsFor, type Words } from '@/kernel/words'
import type { Column, Sheet } from '@/platform/pdf/sheet'

/** How an organization looks on paper. */
export type Letterhead = { locale: string; zone: string; color: string | null; logo: Buffer | null }

/**
 * An invoice or credit note as it is printed. Every amount is the stored figure of the one tax engine, spoken by the same
 * formatter as screens and the API (X7); nothing is computed again.
 */
export function invoiceSheet(invoice: InvoiceView, letterhead: Letterhead): Sheet {
  const { locale, zone, color, logo } = letterhead
  const words = wordsOf(locale, zone)
  const speak = (minor: number): string => formatMinor(minor, invoice.currency, locale)
  const [seller = '', ...address] = addressOf(invoice.seller, locale)
  return {
    title: TITLES[invoice.kind],
    number: invoice.number ?? 'Draft',
    ...MARKS[invoice.status],
    size: /-(US|CA|MX)$/.test(locale) ? 'LETTER' : 'A4',
    locale,
    brand: { name: seller, color, logo },
    facts: factsOf(invoice, (day) => words.day(day)),
    parties: [
      { label: 'From', lines: [seller, ...address] },
      {
        label: invoice.kind === 'credit-note' ? 'Credited to' : 'Bill to',
        lines: addressOf(invoice.billTo ?? { name: invoice.buyerName }, locale),
      },
    ],
    table: tableOf(invoice, locale, speak),
    summary: summaryOf(invoice, locale, speak),
    sums: sumsOf(invoice, speak),
    callout: isPayable(invoice) ? `${speak(invoice.totalMinor)} due ${words.day(invoice.dueOn)}` : null,
    notes: notesOf(invoice),
    footer: [seller, ...address].join(' · '),
    createdAt: invoice.voidedAt ?? invoice.postedAt ?? invoice.createdAt,
  }
}

const TITLES = { invoice: 'Invoice', 'credit-note': 'Credit note' }
const MARKS = { draft: { mark: 'DRAFT' }, posted: {}, void: { mark: 'VOID' } }

function isPayable(invoice: InvoiceView): invoice is InvoiceView & { dueOn: string } {
  return invoice.kind === 'invoice' && invoice.status === 'posted' && invoice.totalMinor > 0 && invoice.dueOn !== null
}

/** A rate in parts per million for people: 82500 → "8.25%". */
export function formatRate(ratePpm: number, locale: string): string {
  const known = percents.get(locale) ?? new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  percents.set(locale, known)
  return known.format(ratePpm / 1_000_000)
}

const spoken = new Map<string, Words>()

function wordsOf(locale: string, zone: string): Words {
  const known = spoken.get(`${locale} ${zone}`) ?? wordsFor({ locale, zone })
  spoken.set(`${locale} ${zone}`, known)
  return known
}

const percents = new Map<string, Intl.NumberFormat>()

type Speak = (minor: number) => string

function factsOf(invoice: InvoiceView, day: (day: string) => string): { label: string; value: string }[] {
  const isCredit = invoice.kind === 'credit-note'
  const facts = [
    { label: isCredit ? 'Date' : 'Invoice date', value: invoice.invoicedOn ? day(invoice.invoicedOn) : null },
    { label: 'Due date', value: invoice.dueOn && !isCredit ? day(invoice.dueOn) : null },
    { label: 'Credits invoice', value: invoice.creditOfNumber },
    { label: 'Order', value: invoice.orderNumber },
    { label: 'Your reference', value: invoice.poReference },
    { label: 'Account', value: invoice.billTo?.code ?? null },
  ]
  return facts.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
}

function addressOf(party: PartySnapshot | null, locale: string): string[] {
  if (!party) return []
  const country = party.country
    ? (new Intl.DisplayNames([locale], { type: 'region' }).of(party.country) ?? party.country)
    : null
  const city = [party.city, [party.region, party.postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const tax = party.taxNumber ? `Tax number ${party.taxNumber}` : null
  return [party.name, party.recipient, party.line1, party.line2, city, country, tax, party.phone, party.email].flatMap(
    (text) => (text ? [text] : []),
  )
}

function tableOf(invoice: InvoiceView, locale: string, speak: Speak): Sheet['table'] {
  const hasDiscount = invoice.lines.some((line) => line.discountMinor !== 0)
  const columns: Column[] = [
    { label: '#', align: 'left' },
    { label: 'Description', align: 'left', grows: true },
    { label: 'Quantity', align: 'right' },
    { label: 'Unit price', align: 'right' },
    ...(hasDiscount ? [{ label: 'Discount', align: 'right' } as const] : []),
    { label: 'Tax', align: 'right' },
    { label: 'Amount', align: 'right' },
  ]
  const rows = invoice.lines.map((line) => ({
    detail: line.sku ?? '',
    cells: [
      String(line.lineNo),
      line.name,
      `${formatQuantity(quantity(line.quantity), locale)} ${line.unit}`,
      formatUnitPrice(line.unitPriceMicro, invoice.currency, locale),
      ...(hasDiscount ? [line.discountMinor === 0 ? '' : speak(-line.discountMinor)] : []),
      ratesOf(line, locale),
      speak(line.amountMinor),
    ],
  }))
  return { columns, rows }
}

function ratesOf({ taxes }: InvoiceLineView, locale: string): string {
  return taxes.length === 0 ? '–' : taxes.map((tax) => formatRate(tax.ratePpm, locale)).join(' + ')
}

function taxName(tax: TaxAmount, locale: string): string {
  return `${tax.name} ${formatRate(tax.ratePpm, locale)}`
}

function summaryOf(invoice: InvoiceView, locale: string, speak: Speak): Sheet['summary'] {
  if (invoice.taxes.length === 0) return null
  return {
    columns: [
      { label: 'Tax', align: 'left' },
      { label: 'Taxable', align: 'right' },
      { label: 'Amount', align: 'right' },
    ],
    rows: invoice.taxes.map((tax) => [taxName(tax, locale), speak(tax.baseMinor), speak(tax.taxMinor)]),
  }
}

function sumsOf(invoice: InvoiceView, speak: Speak): Sheet['sums'] {
  const { subtotalMinor, discountMinor, taxMinor, totalMinor, taxInclusive } = invoice
  return [
    { label: 'Subtotal', value: speak(subtotalMinor) },
    ...(discountMinor === 0 ? [] : [{ label: 'Discount', value: speak(-discountMinor) }]),
    { label: taxInclusive ? 'Tax included' : 'Tax', value: speak(taxMinor) },
    { label: invoice.kind === 'credit-note' ? 'Credited' : 'Total', value: speak(totalMinor), strong: true },
  ]
}

const ROUNDED = {
  line: 'Taxes are rounded on every line.',
  document: 'Taxes are rounded once over the whole document.',
}

function notesOf(invoice: InvoiceView): Sheet['notes'] {
  const untaxed = [
    ...new Set(
      invoice.lines.flatMap((line) => (line.taxes.length === 0 && line.untaxedReason ? [line.untaxedReason] : [])),
    ),
  ]
  const taxes = [...(invoice.taxes.length > 0 ? [ROUNDED[invoice.taxRounding]] : []), ...untaxed].join(' ')
  const notes = [
    { label: 'Void', text: invoice.status === 'void' ? (invoice.voidReason ?? '') : '' },
    { label: invoice.kind === 'credit-note' ? 'Reason' : 'Note', text: invoice.note ?? '' },
    { label: 'Taxes', text: taxes },
  ]
  return notes.filter(({ text }) => text !== '')
}
