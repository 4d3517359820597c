import type { AllocationView } from '@/domain/finance/queries/invoice-page'
import { formatDate, formatMinor } from '@/components/ui/format'
import { Card, Empty } from '@/components/admin/frame/card'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

interface AllocationsProps {
  allocations: readonly AllocationView[]
  currency: string
  reads: Work['reads']
  /** `source`: which money settled this invoice. `target`: which invoices this money settled. */
  side: 'source' | 'target'
  empty: string
}

/** The allocation rows of an invoice, credit note or payment; what was taken back is a negative row. */
export function AllocationsCard({ allocations, currency, reads, side, empty }: AllocationsProps) {
  return (
    <Card title={side === 'source' ? 'Settled by' : 'Settles'} flush>
      {allocations.length === 0 ? <Empty title={empty} /> : null}
      <ul className="tf-rows">
        {allocations.map((row) => (
          <li key={row.id}>
            <Other row={row} side={side} />
            <span className="tf-number">{formatMinor(row.amountMinor, currency, reads.locale)}</span>
            <span className="tf-muted">{row.amountMinor < 0 ? 'Taken back' : row.creditNote ? 'Credit note' : 'Payment'}</span>
            <span className="tf-muted">{formatDate(row.onDay, 'date', reads)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Other({ row, side }: { row: AllocationView; side: 'source' | 'target' }) {
  if (side === 'target') return <RecordLink to="invoices" id={row.invoice}>{row.invoiceNumber ?? 'Invoice'}</RecordLink>
  if (row.payment) return <RecordLink to="payments" id={row.payment}>{row.paymentNumber ?? 'Payment'}</RecordLink>
  return <RecordLink to="invoices" id={row.creditNote ?? ''}>{row.creditNoteNumber ?? 'Credit note'}</RecordLink>
}
