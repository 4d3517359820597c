'use client'

import { useState, type FormEvent } from 'react'
import type { Deed } from '@/components/bulk/batch'
import { NoteField } from '@/components/admin/act/fields'

interface DeedFormProps {
  deed: Deed
  count: number
  most: number
  problem: string | null
  onDo: (reason: string) => Promise<void>
  onClose: () => void
}

/** Asks before something is done to many rows: a reason where the deed needs one, else a yes. */
export function DeedForm({ deed, count, most, problem, onDo, onClose }: DeedFormProps) {
  const [isBusy, setBusy] = useState(false)
  const isTooMany = count > most
  const submitted = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    await onDo(String(new FormData(event.currentTarget).get('reason') ?? '').trim())
    setBusy(false)
  }
  return (
    <form onSubmit={(event) => void submitted(event)}>
      <div className="tf-dialog-body">
      <p className="tf-help">Each row is done by itself; what is not possible for one of them is told with its reason, and the others are done.</p>
      {deed.asks === 'reason' ? <NoteField name="reason" label="Reason" required help="It stands in the history of each row." /> : null}
      {isTooMany ? <p className="tf-wrong">Choose at most {most.toLocaleString('en-US')} rows at once.</p> : null}
      {problem ? <p className="tf-wrong" role="alert">{problem}</p> : null}
      </div>
      <footer className="tf-dialog-foot">
        <button type="button" className="tf-button" data-look="quiet" onClick={onClose}>
          Keep them as they are
        </button>
        <button type="submit" className="tf-button" data-look={deed.isDangerous ? 'danger-fill' : 'primary'} disabled={isBusy || isTooMany}>
          {deed.label} {count}
        </button>
      </footer>
    </form>
  )
}
