'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { ITEM_STATES, isGoing, type BatchState } from '@/components/bulk/batch'
import type { ManyDeed } from '@/components/portal/select/select-rows'
import { useBatch } from '@/components/portal/select/use-batch'
import { Alert } from '@/components/ui/alert'
import { StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextareaField } from '@/components/ui/field'

interface BatchDialogProps {
  organization: string
  /** "3 orders" */
  counted: string
  deed: ManyDeed
  ids: readonly string[]
  /** Told whether something was begun, so that the rows are no longer chosen. */
  onClose: (isBegun: boolean) => void
}

/** Asks before a deed for many rows, then shows what became of each of them. */
export function BatchDialog({ organization, counted, deed, ids, onClose }: BatchDialogProps) {
  const router = useRouter()
  const { batch, problem, begin } = useBatch(organization)
  const close = () => {
    if (batch) router.refresh()
    onClose(batch !== null)
  }
  return (
    <Dialog open onClose={close} title={batch ? `${deed.label}: ${counted}` : `${deed.label}: ${counted}?`} description="Each one is done by itself; what is not possible for one is told with its reason, and the others are done.">
      {batch ? <Result batch={batch} problem={problem} onClose={close} /> : <Question deed={deed} problem={problem} onDo={(reason) => begin({ collection: deed.collection, verb: deed.verb, ids, ...(reason ? { reason } : {}) })} onClose={close} />}
    </Dialog>
  )
}

function Question({ deed, problem, onDo, onClose }: { deed: ManyDeed; problem: string | null; onDo: (reason: string) => Promise<void>; onClose: () => void }) {
  const [isBusy, setBusy] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setBusy(true)
    await onDo(String(new FormData(event.currentTarget).get('reason') ?? '').trim())
    setBusy(false)
  }
  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      {deed.asks === 'reason' ? <TextareaField label="Reason" name="reason" required maxLength={400} rows={3} hint="It stands in the history of each." /> : null}
      {problem ? <Alert live tone="danger" title={problem} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Keep as they are</Button>
        <Button type="submit" variant={deed.isDangerous ? 'danger' : 'primary'} busy={isBusy}>
          {deed.label}
        </Button>
      </div>
    </form>
  )
}

function Result({ batch, problem, onClose }: { batch: BatchState; problem: string | null; onClose: () => void }) {
  const { doneRows, refusedRows, totalRows, error, items } = batch
  const wrong = error ?? problem
  return (
    <div className="grid gap-4">
      <p role="status">
        {doneRows - refusedRows} done{refusedRows > 0 ? `, ${refusedRows} refused` : ''}
        {isGoing(batch) ? ` of ${totalRows}…` : ''}
      </p>
      {wrong ? <Alert live tone="danger" title={wrong} /> : null}
      <ul className="grid max-h-80 gap-3 overflow-y-auto" tabIndex={0} aria-label="Result of each">
        {items.map(({ target, label, state, message }) => (
          <li key={target} className="grid gap-1">
            <span className="flex items-center justify-between gap-3">
              <span className="font-medium">{label ?? 'A row you do not see'}</span>
              <StatusBadge {...ITEM_STATES[state]} />
            </span>
            {message ? <span className="text-sm text-muted">{message}</span> : null}
          </li>
        ))}
      </ul>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </div>
  )
}
