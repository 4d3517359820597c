import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { importPage, importRowsOf, type ImportRowView } from '@/domain/core/queries/imports'
import { importOf } from '@/domain/imports'
import { isDomainError } from '@/kernel/errors'
import type { ImportField } from '@/kernel/import'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { Badge } from '@/components/admin/frame/badge'
import { ImportBoard } from '@/components/admin/bulk/import-board'
import { rowsOf, stateOf } from '@/components/admin/bulk/import-state'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const SHOWN = 50

/** One import: its mapping and preview, the dry run, what was refused, the run, and the way back. */
export function ImportPage(view: AdminViewServerProps) {
  const id = String(view.params?.['segments']?.[1] ?? '')
  return (
    <AdminPage view={view} crumbs={[{ label: 'Imports', url: '/imports' }, { label: 'Import' }]} permission="import.read">
      {async ({ reader, can }) => {
        const page = UUID.test(id) ? await importPage(reader, id).catch(unknown) : notFound()
        const definition = importOf(page.kind) ?? notFound()
        const { label, tone } = stateOf(page)
        const [refused, kept] = await Promise.all([
          importRowsOf(reader, { run: id, only: 'failed', limit: SHOWN }),
          page.state === 'undone' ? importRowsOf(reader, { run: id, only: 'kept', limit: SHOWN }) : Promise.resolve([]),
        ])
        const { fields, options, label: kind } = definition
        return (
          <>
            <PageHead title={page.source} badge={<Badge tone={tone} label={label} />} sub={`${kind} · ${rowsOf(page.totalRows)}`} />
            <ImportBoard
              key={`${page.state} ${String(page.isDryRun)}`}
              page={{ ...page, createdAt: page.createdAt.toISOString(), finishedAt: page.finishedAt?.toISOString() ?? null }}
              fields={fields.map(({ name, label: text, isRequired = false, help = '' }) => ({ name, label: text, isRequired, help }))}
              options={options}
              refused={refused.map((row) => spoken(row, fields))}
              kept={kept}
              mayRun={can('import.run')}
            />
          </>
        )
      }}
    </AdminPage>
  )
}

// In the words of the file: the row by its first cells, the column by its head.
function spoken({ source, ...row }: ImportRowView, fields: readonly ImportField[]): ImportRowView {
  const needed = fields.filter(({ isRequired }) => isRequired).map(({ name }) => source?.[name]?.trim())
  const key = row.key ?? needed.slice(0, 2).filter(Boolean).join(' · ')
  const label = fields.find(({ name }) => name === row.column)?.label
  const message = label && row.message?.startsWith(`${row.column ?? ''} `) ? `${label}${row.message.slice(row.column?.length)}` : row.message
  return { ...row, key, column: label ?? row.column, message, source: null }
}

function unknown(error: unknown): never {
  if (isDomainError(error) && error.code === 'NOT_FOUND') notFound()
  throw error
}
