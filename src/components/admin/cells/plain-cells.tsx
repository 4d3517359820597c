import { formatDate, formatQuantity } from '@/components/ui/format'
import { Figure, type RowLinkProps } from '@/components/admin/cells/row-link'
import { workOf } from '@/components/admin/frame/work'

interface CellProps extends RowLinkProps {
  cellData?: unknown
}

/** A column of quantities, without the zeros behind the point. */
export async function QuantityCell({ cellData, ...cell }: CellProps) {
  const isFigure = typeof cellData === 'number' || typeof cellData === 'string'
  return <Figure cell={cell}>{isFigure ? formatQuantity(cellData, (await reads()).locale) : '–'}</Figure>
}

/** A column of rates, kept in parts per million. */
export async function PercentCell({ cellData, ...cell }: CellProps) {
  if (typeof cellData !== 'number') return <Figure cell={cell}>–</Figure>
  const percent = new Intl.NumberFormat((await reads()).locale, { style: 'percent', maximumFractionDigits: 4 })
  return <Figure cell={cell}>{percent.format(cellData / 1e6)}</Figure>
}

/** A column of business days, which have no zone and never shift. */
export async function DayCell({ cellData, ...cell }: CellProps) {
  const isDay = typeof cellData === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cellData)
  return <Figure cell={cell}>{isDay ? formatDate(cellData, 'date', await reads()) : '–'}</Figure>
}

/** A column of instants, in the zone and the date format of whoever reads. */
export async function InstantCell({ cellData, ...cell }: CellProps) {
  const at = cellData instanceof Date || typeof cellData === 'string' ? new Date(cellData) : null
  return <Figure cell={cell}>{at && !Number.isNaN(at.getTime()) ? formatDate(at, 'datetime', await reads()) : '–'}</Figure>
}

/** A column of switches. */
export function FlagCell({ cellData, ...cell }: CellProps) {
  return <Figure cell={cell}>{cellData === true ? 'Yes' : 'No'}</Figure>
}

// The visitor is read once per request, however many cells ask.
async function reads(): Promise<{ locale?: string; zone?: string }> {
  return (await workOf())?.reads ?? {}
}
