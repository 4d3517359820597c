'use client'

import { useState, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Alert } from '@/components/ui/alert'

export interface ConfirmDialogProps {
  open: boolean
  onClose: () => void
  /** The question: "Cancel order SO-1042?" */
  title: string
  /** What will happen, and whether it can be undone. */
  children: ReactNode
  /** The verb, never "OK": "Cancel order". */
  confirmLabel: string
  keepLabel?: string | undefined
  danger?: boolean | undefined
  /** Runs on confirmation; throws (or rejects) with the sentence to show, else the dialog closes. */
  onConfirm: () => Promise<void> | void
}

/** Asks before something that cannot simply be taken back. The safe answer has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, children, confirmLabel, keepLabel = 'Keep it', danger, onConfirm } = props
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const close = (): void => {
    setProblem(null)
    onClose()
  }
  const confirm = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm()
      close()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'This did not work. Try again.')
    } finally {
      setBusy(false)
    }
  }

  const footer = (
    <>
      <Button data-autofocus="" onClick={close}>
        {keepLabel}
      </Button>
      <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
        {confirmLabel}
      </Button>
    </>
  )
  return (
    <Dialog open={open} onClose={close} title={title} footer={footer}>
      <div className="grid gap-4 text-muted">
        <div>{children}</div>
        {problem ? <Alert tone="danger" title={problem} live /> : null}
      </div>
    </Dialog>
  )
}
