import type { Payload } from 'payload'
import { formatMicro, formatMinor } from '@/components/ui/format'
import { currencyOfRow } from '@/components/admin/cells/currency'
import { Figure, type RowLinkProps } from '@/components/admin/cells/row-link'
import { workOf } from '@/components/admin/frame/work'

interface CellProps extends RowLinkProps {
  cellData?: unknown
  payload: Payload
}

/** A column of integer minor units, read as money in the row's currency or that of its organization. */
export async function MoneyCell({ cellData, payload, ...cell }: CellProps) {
  if (typeof cellData !== 'number') return <Figure cell={cell}>–</Figure>
  return <Figure cell={cell}>{formatMinor(cellData, await currencyOfRow(payload, cell.rowData), (await workOf())?.reads.locale)}</Figure>
}

/** A column of unit prices in micro-units. */
export async function UnitPriceCell({ cellData, payload, ...cell }: CellProps) {
  if (typeof cellData !== 'number') return <Figure cell={cell}>–</Figure>
  return <Figure cell={cell}>{formatMicro(cellData, await currencyOfRow(payload, cell.rowData), (await workOf())?.reads.locale)}</Figure>
}
