'use client'

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

const LOOK_MS = 1_000

/** Exports what the list shows: a job writes the file, the button counts along and becomes the link to it. */
export function ExportButton({ collection }: { collection: string }) {
  const { run, problem, begin, forget } = useExport(collection)
  if (run?.state === 'done') {
    return (
      <a className="tf-button" href={`/api/v1/exports/${run.id}/download`} onClick={() => setTimeout(forget, LOOK_MS)}>
        Download {run.doneRows ?? 0} rows
      </a>
    )
  }
  if (run && run.state !== 'failed') return <Progress run={run} />
  return (
    <>
      {problem ? <span className="tf-wrong tf-progress" role="alert">{problem}</span> : null}
      <button type="button" className="tf-button" onClick={() => void begin()}>
        Export
      </button>
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

function useExport(collection: string) {
  const search = useSearchParams()
  const [run, setRun] = useState<ExportState | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async (id: string) => {
    const answer = await send<ExportState>(`/exports/${id}`, { method: 'GET' })
    if (!answer.ok) return setProblem(answer.message)
    setRun(answer.data)
    setProblem(answer.data.error ?? null)
    if (answer.data.state === 'waiting' || answer.data.state === 'running') setTimeout(() => void look(id), LOOK_MS)
  }
  const begin = async () => {
    const filter = exportFilterOf(search)
    if (filter === null) return setProblem('An export follows status and search; take the other filters out first.')
    setProblem(null)
    const answer = await send<{ id: string }>('/exports', { body: { collection, filter }, key: newKey() })
    if (!answer.ok) return setProblem(answer.message)
    await look(answer.data.id)
  }
  return { run, problem, begin, forget: () => setRun(null) }
}
