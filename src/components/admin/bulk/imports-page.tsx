import type { AdminViewServerProps } from 'payload'
import { listImports, type ImportView } from '@/domain/core/queries/imports'
import { importDefinitions } from '@/domain/imports'
import { formatDate } from '@/components/ui/format'
import { Badge } from '@/components/admin/frame/badge'
import { Card, Empty } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { NewImport } from '@/components/admin/bulk/new-import'
import { rowsOf, stateOf } from '@/components/admin/bulk/import-state'

const SHOWN = 50

/** Files that were brought in, and the beginning of a new one. */
export function ImportsPage(view: AdminViewServerProps) {
  const asked = view.searchParams?.['kind']
  return (
    <AdminPage view={view} crumbs={[{ label: 'Imports' }]} permission="import.read">
      {async ({ reader, can, reads }) => {
        const imports = await listImports(reader, { limit: SHOWN })
        const kinds = can('import.run') ? importDefinitions.filter(({ needs }) => needs.every(can)) : []
        return (
          <>
            <PageHead title="Imports" sub="Bring in a CSV or XLSX file: try it dry, correct what is refused, run it, and take it back if it was wrong." />
            {kinds.length > 0 ? <NewImport kinds={kinds.map(({ kind, label, help, sameBy }) => ({ kind, label, help, sameBy }))} chosen={typeof asked === 'string' ? asked : ''} /> : null}
            <Card title="Runs" flush>
              {imports.length === 0 ? <Empty title="Nothing was imported yet">Choose what the file holds above, and upload it.</Empty> : null}
              <ul className="tf-rows">
                {imports.map((one) => (
                  <Run key={one.id} run={one} at={formatDate(one.createdAt, 'datetime', reads)} />
                ))}
              </ul>
            </Card>
          </>
        )
      }}
    </AdminPage>
  )
}

function Run({ run, at }: { run: ImportView; at: string }) {
  const { label, tone } = stateOf(run)
  const kind = importDefinitions.find((one) => one.kind === run.kind)?.label ?? 'Network'
  return (
    <li>
      {run.kind === 'network' ? (
        <span>{run.source}</span>
      ) : (
        <a className="tf-link" href={`/admin/imports/${run.id}`}>
          {run.source}
        </a>
      )}
      <Badge tone={tone} label={label} />
      <span className="tf-muted">
        {kind} · {run.doneRows.toLocaleString('en-US')} of {rowsOf(run.totalRows)}{run.failedRows > 0 ? `, ${run.failedRows} refused` : ''}
      </span>
      <span className="tf-muted">
        {run.by ? `${run.by} · ` : ''}
        {at}
      </span>
    </li>
  )
}
