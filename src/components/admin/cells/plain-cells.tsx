import { formatDate, formatQuantity } from '@/components/ui/format'
import { workOf } from '@/components/admin/frame/work'

interface CellProps {
  cellData?: unknown
}

/** A column of quantities, without the zeros behind the point. */
export async function QuantityCell({ cellData }: CellProps) {
  const isFigure = typeof cellData === 'number' || typeof cellData === 'string'
  return <span className="tf-number">{isFigure ? formatQuantity(cellData, (await reads()).locale) : '–'}</span>
}

/** A column of business days, which have no zone and never shift. */
export async function DayCell({ cellData }: CellProps) {
  const isDay = typeof cellData === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cellData)
  return <span className="tf-number">{isDay ? formatDate(cellData, 'date', await reads()) : '–'}</span>
}

/** A column of instants, in the zone and the date format of whoever reads. */
export async function InstantCell({ cellData }: CellProps) {
  const at = cellData instanceof Date || typeof cellData === 'string' ? new Date(cellData) : null
  return <span className="tf-number">{at && !Number.isNaN(at.getTime()) ? formatDate(at, 'datetime', await reads()) : '–'}</span>
}

// The visitor is read once per request, however many cells ask.
async function reads(): Promise<{ locale?: string; zone?: string }> {
  return (await workOf())?.reads ?? {}
}
