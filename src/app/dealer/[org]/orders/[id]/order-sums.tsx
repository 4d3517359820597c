import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Money } from '@/components/ui/money'
import type { OrderPage } from '@/domain/sales'

/** Subtotal, discount, each tax and the total. */
export function OrderSums({ order, locale }: { order: OrderPage; locale: string }) {
  const { currency, subtotalMinor, discountMinor, taxMinor, totalMinor, taxInclusive } = order
  const say = (minor: number) => <Money minor={minor} currency={currency} locale={locale} />
  const names = [...new Set(order.lines.flatMap((line) => line.taxes.map(({ name }) => name)))].join(', ')
  return (
    <Card title="Total">
      <DataList
        look="rows"
        items={[
          { term: 'Subtotal', value: say(subtotalMinor) },
          ...(discountMinor === 0 ? [] : [{ term: 'Discount', value: say(-discountMinor) }]),
          { term: [taxInclusive ? 'Included taxes' : 'Taxes', names ? `(${names})` : ''].filter(Boolean).join(' '), value: say(taxMinor) },
          { term: <span className="text-base font-semibold text-ink">Total</span>, value: <span className="text-base font-semibold">{say(totalMinor)}</span> },
        ]}
      />
    </Card>
  )
}
