import { formatDate, formatQuantity } from '@/components/ui/format'

/** A column of quantities, without the zeros behind the point. */
export function QuantityCell({ cellData }: { cellData?: unknown }) {
  const isFigure = typeof cellData === 'number' || typeof cellData === 'string'
  return <span className="tf-number">{isFigure ? formatQuantity(cellData) : '–'}</span>
}

/** A column of business days, which have no zone and never shift. */
export function DayCell({ cellData }: { cellData?: unknown }) {
  const isDay = typeof cellData === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cellData)
  return <span className="tf-number">{isDay ? formatDate(cellData, 'date', {}) : '–'}</span>
}
