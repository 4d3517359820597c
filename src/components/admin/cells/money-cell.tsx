import type { Payload } from 'payload'
import { formatMicro, formatMinor } from '@/components/ui/format'
import { currencyOfRow } from '@/components/admin/cells/currency'
import { workOf } from '@/components/admin/frame/work'

interface CellProps {
  cellData?: unknown
  rowData?: Record<string, unknown>
  payload: Payload
}

/** A column of integer minor units, read as money in the row's currency or that of its organization. */
export async function MoneyCell({ cellData, rowData, payload }: CellProps) {
  if (typeof cellData !== 'number') return <span className="tf-muted">–</span>
  return <span className="tf-number">{formatMinor(cellData, await currencyOfRow(payload, rowData), (await workOf())?.reads.locale)}</span>
}

/** A column of unit prices in micro-units. */
export async function UnitPriceCell({ cellData, rowData, payload }: CellProps) {
  if (typeof cellData !== 'number') return <span className="tf-muted">–</span>
  return <span className="tf-number">{formatMicro(cellData, await currencyOfRow(payload, rowData), (await workOf())?.reads.locale)}</span>
}
