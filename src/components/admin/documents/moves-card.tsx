import type { CardLine, MoveView } from '@/domain/inventory'
import { formatDate, formatQuantity } from '@/components/ui/format'
import { Card, Empty } from '@/components/admin/frame/card'
import { RecordLink } from '@/components/admin/frame/record-link'
import type { Work } from '@/components/admin/frame/work'

/** The stock card of a place: each move and what was on hand after it. */
export function MovesCard({ moves, reads, all, title = 'Moves' }: { moves: readonly CardLine[]; reads: Work['reads']; all: string; title?: string }) {
  return (
    <Card title={title} flush action={moves.length > 0 ? <a className="tf-link" href={all}>All moves</a> : undefined}>
      {moves.length === 0 ? <Empty title="Nothing moved yet" /> : null}
      <table className="tf-table" data-narrow="cards" hidden={moves.length === 0}>
        <thead>
          <tr>
            <th>Move</th>
            <th>Reason</th>
            <th data-align="number">Quantity</th>
            <th data-align="number">On hand after</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={move.id}>
              <td>
                <RecordLink to="stock-moves" id={move.id}>
                  {kindOf(move)}
                </RecordLink>
                <small>{formatDate(move.at, 'datetime', reads)}</small>
              </td>
              <td data-label="Reason">{move.reason ?? move.actorName ?? ''}</td>
              <td data-align="number" data-label="Quantity">
                {signed(move, reads.locale)}
              </td>
              <td data-align="number" data-label="On hand after">
                {formatQuantity(move.balance, reads.locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

/** What kind of move it was, as people say it. */
export const kindOf = ({ kind }: Pick<MoveView, 'kind'>): string => kind.charAt(0).toUpperCase() + kind.slice(1)

/** The quantity of a move with its sign and unit. */
export function signed({ quantity, unit }: Pick<MoveView, 'quantity' | 'unit'>, locale: string): string {
  return `${quantity.startsWith('-') ? '−' : '+'}${formatQuantity(quantity.replace('-', ''), locale)} ${unit}`
}
