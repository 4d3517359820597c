import type { ImportRowView } from '@/domain/core'
import { Card } from '@/components/admin/frame/card'

/** Rows that were refused: where they stand in the file and what is wrong, and the same as a file. */
export function RefusedRows({ id, rows, total }: { id: string; rows: readonly ImportRowView[]; total: number }) {
  const files = (
    <span className="tf-actions">
      <a className="tf-link" href={`/api/v1/imports/${id}/errors`}>
        Refused rows as CSV
      </a>
      <a className="tf-link" href={`/api/v1/imports/${id}/errors?format=xlsx`}>
        XLSX
      </a>
    </span>
  )
  return (
    <Card title={`Refused: ${total.toLocaleString('en-US')}`} action={files} flush>
      <RowTable head="What is wrong" rows={rows.map((row) => ({ ...row, said: row.message }))} />
      {total > rows.length ? <p className="tf-card-body tf-help">The first {rows.length} are shown; all of them are in the file.</p> : null}
    </Card>
  )
}

/** Rows that undo had to leave, and why. */
export function KeptRows({ rows }: { rows: readonly ImportRowView[] }) {
  return (
    <Card title="Kept as they are" note="They were used or changed after the import." flush>
      <RowTable head="Why" rows={rows.map((row) => ({ ...row, said: row.kept }))} />
    </Card>
  )
}

function RowTable({ head, rows }: { head: string; rows: readonly (ImportRowView & { said: string | null })[] }) {
  return (
    <div className="tf-scroll" tabIndex={0} role="region" aria-label={head}>
      <table className="tf-table">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Row</th>
            <th scope="col">Column</th>
            <th scope="col">{head}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, line, key, column, said }) => (
            <tr key={id}>
              <td className="tf-number">{line}</td>
              <td>{key?.trim() || '–'}</td>
              <td>{column ?? '–'}</td>
              <td>{said}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
