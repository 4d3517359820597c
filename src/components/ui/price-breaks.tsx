import { cn } from '@/components/ui/cn'
import { formatMicro, formatQuantity } from '@/components/ui/format'

export interface PriceBreak {
  /** From this quantity on, in the order unit. */
  minQuantity: number | string
  unitPriceMicro: number | string | bigint
}

export interface PriceBreaksProps {
  breaks: readonly PriceBreak[]
  currency: string
  unit: string
  locale?: string | undefined
  /** Marks the break that applies to this quantity. */
  quantity?: number | undefined
}

/** What one unit costs from which quantity on; each line says what it saves against the first. */
export function PriceBreaks({ breaks, currency, unit, locale, quantity }: PriceBreaksProps) {
  const first = breaks[0]
  if (!first || breaks.length < 2) return null
  const active =
    quantity === undefined ? -1 : breaks.findLastIndex(({ minQuantity }) => Number(minQuantity) <= quantity)
  return (
    <div className="overflow-hidden rounded-md border border-line">
      <table className="table table-compact">
        <caption className="sr-only">Prices by quantity</caption>
        <thead className="bg-sunken">
          <tr>
            <th scope="col">Quantity</th>
            <th scope="col" className="num">
              Per {unit}
            </th>
            <th scope="col" className="num">
              You save
            </th>
          </tr>
        </thead>
        <tbody>
          {breaks.map((row, index) => (
            <tr
              key={String(row.minQuantity)}
              className={cn(index === active && 'bg-brand-soft font-medium')}
              aria-current={index === active || undefined}
            >
              <td>{formatQuantity(row.minQuantity, locale)}+</td>
              <td className="num">{formatMicro(row.unitPriceMicro, currency, locale)}</td>
              <td className="num text-success-text">{saving(first, row, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Whole percent, rounded down, so that it never promises more than it gives. */
export function saving(first: PriceBreak, row: PriceBreak, locale = 'en'): string {
  const [full, price] = [BigInt(first.unitPriceMicro), BigInt(row.unitPriceMicro)]
  // Whole numbers: 1 − 0.92 is a little less than 0.08 as a float.
  const percent = full > 0n ? ((full - price) * 100n) / full : 0n
  return percent > 0n ? new Intl.NumberFormat(locale, { style: 'percent' }).format(Number(percent) / 100) : ''
}
