import { stockCard, stockMove, type MoveView } from '@/domain/inventory'
import { formatDate, formatMicro } from '@/components/ui/format'
import { DocumentFrame, type DocumentView } from '@/components/admin/documents/document-frame'
import { kindOf, MovesCard, signed } from '@/components/admin/documents/moves-card'
import { Card, Facts } from '@/components/admin/frame/card'
import { PageHead } from '@/components/admin/frame/page'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** One row of the ledger of goods. It never changes; a correction is a move of its own. */
export function StockMovePage(view: DocumentView) {
  return (
    <DocumentFrame view={view} slug="stock-moves" list="Stock moves" read={({ reader }, id) => stockMove(reader, id)} title={(move) => `${kindOf(move)} ${move.sku}`}>
      {async (move, { reader, reads, organization }) => {
        const card = await stockCard(reader, { variant: move.variant, location: move.location.id, limit: 15 })
        return (
          <>
            <PageHead title={`${kindOf(move)} ${signed(move, reads.locale)}`} sub={`${move.sku} ${move.name} · ${move.warehouse.name}, ${move.location.name}`} />
            <div className="tf-columns">
              <MovesCard title="Latest moves of it there" moves={card.rows} reads={reads} all={`/admin/collections/stock-moves?where[or][0][and][0][variant][equals]=${move.variant}`} />
              <aside className="tf-stack" aria-label="About this move">
                <About move={move} reads={reads} currency={organization.currency} />
              </aside>
            </div>
          </>
        )
      }}
    </DocumentFrame>
  )
}

function About({ move, reads, currency }: { move: MoveView; reads: Work['reads']; currency: string }) {
  return (
    <Card title="Move">
      <Facts
        rows={[
          ['Variant', <RecordLink key="variant" to="variants" id={move.variant}>{move.sku}</RecordLink>],
          ['Warehouse', <RecordLink key="warehouse" to="warehouses" id={move.warehouse.id}>{move.warehouse.name}</RecordLink>],
          ['Location', <RecordLink key="location" to="storage-locations" id={move.location.id}>{move.location.name}</RecordLink>],
          ['Cost per unit', move.unitCostMicro === null ? null : formatMicro(move.unitCostMicro, currency, reads.locale)],
          ['Because of', <Cause key="cause" move={move} />],
          ['Reason', move.reason],
          ['By', move.actorName],
          ['At', formatDate(move.at, 'datetime', reads)],
          ['Business day', formatDate(move.onDay, 'date', reads)],
        ]}
      />
    </Card>
  )
}

const DOCUMENTS: Readonly<Record<string, string>> = { shipments: 'A shipment', orders: 'An order', imports: 'An import' }

function Cause({ move: { causeType, cause } }: { move: MoveView }) {
  const known = DOCUMENTS[causeType]
  if (known) return <RecordLink to={causeType} id={cause}>{known}</RecordLink>
  const words = causeType.replaceAll('-', ' ')
  return <span>{words.charAt(0).toUpperCase() + words.slice(1)}</span>
}
