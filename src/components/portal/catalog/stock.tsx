import { StatusBadge } from '@/components/ui/badge'
import { formatQuantity } from '@/components/ui/format'

export interface StockFacts {
  /** decimal text in the stock unit */
  available: string
  unit: string
  backorder: 'none' | 'allowed'
}

/** "In stock", how much of it, or what happens without. */
export function StockBadge({ available, unit, backorder, locale, exact = false }: StockFacts & { locale: string; exact?: boolean }) {
  if (Number(available) > 0) return <StatusBadge tone="success" label={exact ? `${formatQuantity(available, locale)} ${unit} in stock` : 'In stock'} />
  return backorder === 'allowed' ? <StatusBadge tone="warning" label="On back-order" /> : <StatusBadge tone="neutral" label="Out of stock" />
}
