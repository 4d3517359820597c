'use client'

import { useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'
import { Sheet } from '@/components/admin/act/sheet'
import { DeedForm } from '@/components/admin/bulk/deed-form'
import { DeedResult } from '@/components/admin/bulk/deed-result'
import { LOOK_MS, MOST, type BatchState, type Deed } from '@/components/bulk/batch'

/** What can be done to the chosen rows of a list at once. It appears with the first chosen row. */
export function DeedBar({ collection, deeds }: { collection: string; deeds: readonly Deed[] }) {
  const router = useRouter()
  const { count, getSelectedIds } = useSelection()
  const [deed, setDeed] = useState<Deed | null>(null)
  const { batch, problem, begin, forget } = useBatch(collection)
  const ids = getSelectedIds().map(String)
  const close = () => {
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
        <Sheet title={batch ? `${deed.label}: ${batch.totalRows}` : `${deed.label} ${ids.length}`} wide={batch !== null} onClose={close}>
          {batch ? <DeedResult batch={batch} onClose={close} /> : <DeedForm deed={deed} count={ids.length} most={MOST} problem={problem} onDo={(reason) => begin(deed.verb, ids, reason)} onClose={close} />}
        </Sheet>
      ) : null}
    </>
  )
}

function useBatch(collection: string) {
  const [batch, setBatch] = useState<BatchState | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async (id: string) => {
    const answer = await send<BatchState>(`/batches/${id}`, { method: 'GET' })
    if (!answer.ok) return setProblem(answer.message)
    setBatch(answer.data)
    if (answer.data.state === 'waiting' || answer.data.state === 'running') setTimeout(() => void look(id), LOOK_MS)
  }
  const begin = async (verb: string, ids: string[], reason: string) => {
    const answer = await send<{ id: string }>('/batches', { body: { collection, verb, ids: ids.slice(0, MOST), ...(reason ? { reason } : {}) }, key: newKey() })
    if (!answer.ok) return setProblem(answer.message)
    await look(answer.data.id)
  }
  const forget = () => {
    setBatch(null)
    setProblem(null)
  }
  return { batch, problem, begin, forget }
}
