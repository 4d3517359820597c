'use client'

import { useId } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { useFocusAfter } from '@/components/portal/client/use-focus-after'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { DialogButton } from '@/components/ui/dialog'
import { TextareaField } from '@/components/ui/field'

export interface CancelOrderProps {
  organization: string
  order: string
  number: string
  /** why it cannot be cancelled; null when it can */
  reason: string | null
}

/** Cancels an order with a reason, or says why that is not possible any more. */
export function CancelOrder(props: CancelOrderProps) {
  const hintId = useId()
  useFocusAfter()
  const { number, reason } = props
  if (reason !== null) {
    return (
      <span className="grid justify-items-end gap-1">
        <Button disabled aria-describedby={hintId}>
          Cancel order
        </Button>
        <span id={hintId} className="max-w-[32ch] text-right text-xs text-muted">
          {reason}
        </span>
      </span>
    )
  }
  return (
    <DialogButton trigger="Cancel order" title={`Cancel order ${number}?`} description="The reserved goods become available again. A cancelled order cannot be opened again." button={{ variant: 'danger-quiet' }}>
      {(close) => <CancelForm {...props} close={close} />}
    </DialogButton>
  )
}

function CancelForm({ organization, order, number, close }: CancelOrderProps & { close: () => void }) {
  const { act, isBusy, problem } = useDeed(organization)
  const cancel = async (form: FormData) => {
    const isDone = await act(`/orders/${order}/cancel`, { body: { reason: String(form.get('reason') ?? '').trim() || null } }, { say: () => ({ title: `Order ${number} cancelled` }) })
    if (isDone) close()
  }
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void cancel(new FormData(event.currentTarget))
      }}
    >
      <TextareaField label="Reason" name="reason" optional maxLength={400} rows={3} hint="The seller reads it." />
      {problem ? <Alert live tone="danger" title={problem.message} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={close}>Keep it</Button>
        <Button type="submit" variant="danger" busy={isBusy}>
          Cancel order
        </Button>
      </div>
    </form>
  )
}
