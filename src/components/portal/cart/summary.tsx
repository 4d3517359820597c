import { Money } from '@/components/ui/money'
import { DataList } from '@/components/ui/data-list'
import type { CartView } from '@/domain/sales'

/** Subtotal, each tax and the total of what can be ordered. */
export function CartSummary({ cart, locale }: { cart: CartView; locale: string }) {
  const { currency, subtotalMinor, taxMinor, totalMinor, taxes, taxInclusive } = cart
  const say = (minor: number) => <Money minor={minor} currency={currency} locale={locale} />
  const rates = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 })
  const items = [
    { term: 'Subtotal', value: say(subtotalMinor) },
    ...(taxes.length > 0
      ? taxes.map(({ name, ratePpm, taxMinor: minor }) => ({ term: `${taxInclusive ? 'Included ' : ''}${name} (${rates.format(ratePpm / 1_000_000)})`, value: say(minor) }))
      : [{ term: 'Taxes', value: taxMinor === 0 ? 'None' : say(taxMinor) }]),
    { term: <span className="text-base font-semibold text-ink">Total</span>, value: <span className="text-base font-semibold">{say(totalMinor)}</span> },
  ]
  return <DataList look="rows" items={items} />
}
