import { stockMove, type MoveView } from '@/domain/inventory'
import { formatDate, formatMicro } from '@/components/ui/format'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { kindOf, signed } from '@/components/admin/documents/moves-card'
import { Card, Facts, RecordLink } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'

/** One row of the ledger of goods. It never changes; a correction is a move of its own. */
export function StockMovePage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="stock-moves" list="Stock moves" read={({ reader }, id) => stockMove(reader, id)} title={(move) => `${kindOf(move)} ${move.sku}`}>
      {(move, { reads, organization }) => (
        <>
          <PageHead title={`${kindOf(move)} ${signed(move, reads.locale)}`} sub={`${move.sku} ${move.name} · ${move.warehouse.name}, ${move.location.name}`} />
          <Card title="Move">
            <Facts
              rows={[
                ['Variant', <RecordLink key="variant" to="variants" id={move.variant}>{move.sku}</RecordLink>],
                ['Warehouse', <RecordLink key="warehouse" to="warehouses" id={move.warehouse.id}>{move.warehouse.name}</RecordLink>],
                ['Location', <RecordLink key="location" to="storage-locations" id={move.location.id}>{move.location.name}</RecordLink>],
                ['Cost per unit', move.unitCostMicro === null ? null : formatMicro(move.unitCostMicro, organization.currency, reads.locale)],
                ['Because of', <Cause key="cause" move={move} />],
                ['Reason', move.reason],
                ['By', move.actorName],
                ['At', formatDate(move.at, 'datetime', reads)],
                ['Business day', formatDate(move.onDay, 'date', reads)],
              ]}
            />
          </Card>
        </>
      )}
    </DocumentFrame>
  )
}

const DOCUMENTS: Readonly<Record<string, string>> = { shipments: 'A shipment', orders: 'An order', imports: 'An import' }

function Cause({ move: { causeType, cause } }: { move: MoveView }) {
  const known = DOCUMENTS[causeType]
  if (known) return <RecordLink to={causeType} id={cause}>{known}</RecordLink>
  const words = causeType.replaceAll('-', ' ')
  return <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
}
