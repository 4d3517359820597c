import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import type { InvoicePage } from '@/domain/finance'

/** Subtotal, every tax with what it was computed from, the total, and what of it is still open. */
export function InvoiceSums({ invoice, locale }: { invoice: InvoicePage; locale: string }) {
  const { currency, subtotalMinor, discountMinor, totalMinor, openMinor, taxes, taxInclusive, kind, status } = invoice
  const say = (minor: number) => <Money minor={minor} currency={currency} locale={locale} />
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const strong = (text: string, minor: number) => ({ term: <span className="text-base font-semibold text-ink">{text}</span>, value: <span className="text-base font-semibold">{say(minor)}</span> })
  const taxed = taxes.map(({ name, ratePpm, baseMinor, taxMinor }) => ({
    term: (
      <span>
        {taxInclusive ? 'Included ' : ''}
        {name} {rates.format(ratePpm / 1_000_000)}
        <span className="block text-subtle">on {say(baseMinor)}</span>
      </span>
    ),
    value: say(taxMinor),
  }))
  const isPosted = status === 'posted'
  return (
    <Card title="Total">
      <DataList
        look="rows"
        items={[
          { term: 'Subtotal', value: say(subtotalMinor) },
          ...(discountMinor === 0 ? [] : [{ term: 'Discount', value: say(-discountMinor) }]),
          ...(taxed.length > 0 ? taxed : [{ term: 'Taxes', value: 'None' }]),
          strong('Total', totalMinor),
          ...(isPosted ? [{ term: kind === 'invoice' ? 'Paid' : 'Used', value: say(totalMinor - openMinor) }, strong(kind === 'invoice' ? 'To be paid' : 'Left', openMinor)] : []),
        ]}
      />
    </Card>
  )
}
