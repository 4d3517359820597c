'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import type { ImportRowView, ImportView } from '@/domain/core'
import type { ImportOption } from '@/kernel/import'
import { newKey, send } from '@/components/admin/act/send'
import { Card } from '@/components/admin/frame/card'
import { ImportMapping, type MappedField } from '@/components/admin/bulk/import-mapping'
import { KeptRows, RefusedRows } from '@/components/admin/bulk/import-rows'
import { isGoing } from '@/components/admin/bulk/import-state'

export type ImportFacts = Omit<ImportView, 'createdAt' | 'finishedAt'> & { createdAt: string; finishedAt: string | null }

interface BoardProps {
  page: ImportFacts
  fields: readonly MappedField[]
  options: readonly ImportOption[]
  refused: readonly ImportRowView[]
  kept: readonly ImportRowView[]
  mayRun: boolean
}

const LOOK_MS = 1_000

/** What can be done with an import now, and what came of it so far. */
export function ImportBoard({ page: first, fields, options, refused, kept, mayRun }: BoardProps) {
  const { page, problem, ask } = useImport(first)
  const { isTried, isOpen, isWritten } = phaseOf(page)
  return (
    <div className="tf-stack">
      <Note said={problem} />
      <Note said={page.error} />
      {isGoing(page) ? <Going page={page} /> : <Outcome page={page} />}
      {isWritten && mayRun ? <Undo onUndo={() => void ask('undo', {})} /> : null}
      {refused.length > 0 ? <RefusedRows id={page.id} rows={refused} total={page.failedRows} /> : null}
      {kept.length > 0 ? <KeptRows rows={kept} /> : null}
      {isOpen && mayRun ? <ImportMapping page={page} fields={fields} options={options} isTried={isTried} onRun={(body) => ask('run', body)} /> : null}
    </div>
  )
}

function phaseOf({ state, isDryRun }: ImportFacts) {
  const isTried = state === 'done' && isDryRun
  return { isTried, isOpen: isTried || ['ready', 'failed'].includes(state), isWritten: ['done', 'failed'].includes(state) && !isDryRun }
}

function Note({ said }: { said: string | null }) {
  return said ? <div className="tf-note" data-tone="danger" role="alert">{said}</div> : null
}

function Undo({ onUndo }: { onUndo: () => void }) {
  return (
    <div className="tf-actions">
      <button type="button" className="tf-button" data-look="danger" onClick={onUndo}>
        Take it back
      </button>
      <span className="tf-help">What was created and not used since goes; what was changed and not touched since is written back.</span>
    </div>
  )
}

function useImport(first: ImportFacts) {
  const router = useRouter()
  const [page, setPage] = useState(first)
  const [problem, setProblem] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const look = async () => {
    const answer = await send<ImportFacts>(`/imports/${first.id}`, { method: 'GET' })
    // It goes on without us; a page that missed one answer asks again.
    if (!answer.ok && !answer.isLost) return setProblem(answer.message)
    if (answer.ok) setPage(answer.data)
    if (!answer.ok || isGoing(answer.data)) timer.current = setTimeout(() => void look(), LOOK_MS)
    else router.refresh()
  }
  useEffect(() => {
    if (isGoing(first)) timer.current = setTimeout(() => void look(), LOOK_MS)
    return () => clearTimeout(timer.current)
    // Looking again is started once; it goes on by itself.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const ask = async (verb: 'run' | 'undo', body: unknown) => {
    const answer = await send(`/imports/${first.id}/${verb}`, { body, key: newKey() })
    if (!answer.ok) return setProblem(answer.message)
    setProblem(null)
    await look()
    // The head of the page says what goes on, too.
    router.refresh()
  }
  return { page, problem, ask }
}

function Going({ page: { state, isDryRun, doneRows, totalRows, failedRows } }: { page: ImportFacts }) {
  const word = state === 'undoing' ? 'Taking back' : isDryRun ? 'Trying' : 'Importing'
  return (
    <Card title={word}>
      <div className="tf-import-progress" role="status">
        <progress {...(state === 'undoing' ? {} : { value: doneRows, max: totalRows })} aria-label={word} />
        <span className="tf-muted">
          {state === 'undoing' ? 'The last rows first.' : `${doneRows.toLocaleString('en-US')} of ${totalRows.toLocaleString('en-US')} rows${failedRows > 0 ? `, ${failedRows} refused` : ''}`}
        </span>
      </div>
    </Card>
  )
}

function Outcome({ page: { counts, kind, isDryRun, state } }: { page: ImportFacts }) {
  const counted = counts?.[kind]
  if (!counted || state === 'ready') return null
  const words = isDryRun ? { created: 'would be created', updated: 'would be changed', unchanged: 'stay as they are', failed: 'refused' } : { created: 'created', updated: 'changed', unchanged: 'unchanged', failed: 'refused' }
  return (
    <Card title={isDryRun ? 'What would happen' : 'What happened'}>
      <dl className="tf-counts">
        {Object.entries(words).map(([name, word]) => (
          <div key={name} data-tone={name === 'failed' && (counted[name] ?? 0) > 0 ? 'danger' : undefined}>
            <dd>{(counted[name] ?? 0).toLocaleString('en-US')}</dd>
            <dt>{word}</dt>
          </div>
        ))}
      </dl>
    </Card>
  )
}
