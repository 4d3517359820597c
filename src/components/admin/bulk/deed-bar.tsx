'use client'

import { useSelection } from '@payloadcms/ui'
import { useRouter, useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'
import { Sheet } from '@/components/admin/act/sheet'
import { idsOfAll } from '@/components/admin/bulk/all-rows'
import { DeedForm } from '@/components/admin/bulk/deed-form'
import { DeedResult } from '@/components/admin/bulk/deed-result'
import { exportFilterOf, type ListFilter } from '@/components/admin/lists/export-filter'
import { isGoing, LOOK_MS, MOST, type BatchState, type Deed } from '@/components/bulk/batch'

export interface DeedBarProps {
  collection: string
  deeds: readonly Deed[]
  /** What the page narrows the list by besides its address. */
  focus: ListFilter['where'] | null
  /** The fields its search looks at. */
  searched: readonly string[]
}

/** What can be done to the chosen rows of a list at once. It appears with the first chosen row. */
export function DeedBar({ collection, deeds, focus, searched }: DeedBarProps) {
  const router = useRouter()
  const search = useSearchParams()
  const { count = 0, selectAll, getSelectedIds } = useSelection()
  const [deed, setDeed] = useState<Deed | null>(null)
  const { batch, problem, begin, forget } = useBatch(collection)
  const ids = getSelectedIds().map(String)
  // "All" are also those on other pages, which the page knows nothing of.
  const chosen = async () => (String(selectAll) === 'allAvailable' ? idsOfAll(collection, exportFilterOf(search, focus), searched, MOST) : ids)
  const noted = useFocusOfList(ids.length)
  const close = () => {
    noted(batch !== null)
    if (batch) router.refresh()
    forget()
    setDeed(null)
  }
  if (ids.length === 0 && !deed) return null
  return (
    <>
      {ids.length === 0 ? null : (
        <span className="tf-deeds" role="group" aria-label={`${count} chosen`}>
          <span className="tf-muted">{count} chosen</span>
          {deeds.map((one) => (
            <button key={one.verb} type="button" className="tf-button" {...(one.isDangerous ? { 'data-look': 'danger' } : {})} onClick={() => setDeed(one)}>
              {one.label}
            </button>
          ))}
        </span>
      )}
      {deed ? (
        <Sheet title={batch ? `${deed.label}: ${batch.totalRows}` : `${deed.label} ${count.toLocaleString('en-US')}`} wide={batch !== null} onClose={close}>
          {batch ? <DeedResult batch={batch} onClose={close} /> : <DeedForm deed={deed} count={count} most={MOST} problem={problem} onDo={async (reason) => begin(deed.verb, await chosen(), reason)} onClose={close} />}
        </Sheet>
      ) : null}
    </>
  )
}

/** After a deed nothing is chosen, so the bar goes, and the focus with it: the list takes it back. */
function useFocusOfList(chosen: number): (isDone: boolean) => void {
  const isDone = useRef(false)
  useEffect(() => {
    if (chosen > 0 || !isDone.current) return
    isDone.current = false
    if (document.activeElement === document.body) document.getElementById('select-all')?.focus()
  }, [chosen])
  return (done) => {
    isDone.current = done
  }
}

function useBatch(collection: string) {
  const [batch, setBatch] = useState<BatchState | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async (id: string) => {
    const answer = await send<BatchState>(`/batches/${id}`, { method: 'GET' })
    // It goes on without us; a page that missed one answer asks again.
    if (!answer.ok && !answer.isLost) return setProblem(answer.message)
    if (answer.ok) setBatch(answer.data)
    if (!answer.ok || isGoing(answer.data)) setTimeout(() => void look(id), LOOK_MS)
  }
  const begin = async (verb: string, ids: string[] | null, reason: string) => {
    if (ids === null) return setProblem('The list could not be read, so nothing was done. Try again.')
    const answer = await send<{ id: string }>('/batches', { body: { collection, verb, ids, ...(reason ? { reason } : {}) }, key: newKey() })
    if (!answer.ok) return setProblem(answer.message)
    await look(answer.data.id)
  }
  const forget = () => {
    setBatch(null)
    setProblem(null)
  }
  return { batch, problem, begin, forget }
}
