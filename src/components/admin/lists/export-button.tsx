'use client'

import { useSelection } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'
import { exportFilterOf } from '@/components/admin/lists/export-filter'

interface ExportState {
  id: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  doneRows: number | null
  totalRows: number | null
  error?: string | null
}

interface ExportProps {
  collection: string
  /** What the page narrows the list by besides its address. */
  focus: Parameters<typeof exportFilterOf>[1] | undefined
}

const LOOK_MS = 1_000

/** Exports what the list shows, or the chosen rows of it: a job writes the file, the button counts along and becomes the link to it. */
export function ExportButton({ collection, focus }: ExportProps) {
  const { run, problem, chosen, begin, forget } = useExport({ collection, focus })
  if (run?.state === 'done') {
    return (
      <a className="tf-button" href={`/api/v1/exports/${run.id}/download`} onClick={() => setTimeout(forget, LOOK_MS)}>
        Download {run.doneRows ?? 0} rows
      </a>
    )
  }
  if (run && run.state !== 'failed') return <Progress run={run} />
  const what = chosen > 0 ? `${chosen} chosen` : ''
  return (
    <>
      {problem ? <span className="tf-wrong tf-progress" role="alert">{problem}</span> : null}
      <span className="tf-export">
        <button type="button" className="tf-button" onClick={() => void begin('csv')}>
          Export {what}
        </button>
        <button type="button" className="tf-button" aria-label={`Export ${what} as XLSX`} onClick={() => void begin('xlsx')}>
          XLSX
        </button>
      </span>
    </>
  )
}

function Progress({ run }: { run: ExportState }) {
  return (
    <span className="tf-progress" role="status">
      Exporting
      <progress {...(run.totalRows ? { value: run.doneRows ?? 0, max: run.totalRows } : {})} aria-label="Export" />
    </span>
  )
}

function useExport({ collection, focus }: ExportProps) {
  const search = useSearchParams()
  const { getSelectedIds, count, selectAll } = useSelection()
  const [run, setRun] = useState<ExportState | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  // All rows of the filter are the filter itself.
  const ids = String(selectAll) === 'allAvailable' ? [] : getSelectedIds().map(String)
  const look = async (id: string) => {
    const answer = await send<ExportState>(`/exports/${id}`, { method: 'GET' })
    // It goes on without us; a page that missed one answer asks again.
    if (!answer.ok && answer.isLost) return void setTimeout(() => void look(id), LOOK_MS)
    if (!answer.ok) return setProblem(answer.message)
    setRun(answer.data)
    setProblem(answer.data.error ?? null)
    if (answer.data.state === 'waiting' || answer.data.state === 'running') setTimeout(() => void look(id), LOOK_MS)
  }
  const begin = async (format: 'csv' | 'xlsx') => {
    setProblem(null)
    const filter = ids.length > 0 ? { ids } : exportFilterOf(search, focus ?? null)
    const answer = await send<{ id: string }>('/exports', { body: { collection, filter, format }, key: newKey() })
    if (!answer.ok) return setProblem(answer.message)
    await look(answer.data.id)
  }
  return { run, problem, chosen: ids.length > 0 ? count : 0, begin, forget: () => setRun(null) }
}
