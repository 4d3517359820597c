'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { api } from '@/components/portal/client/api'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { notify } from '@/components/ui/toast'

/** Takes everything out of the cart, after asking. */
export function ClearCart({ organization, lines }: { organization: string; lines: number }) {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const clear = async () => {
    const answer = await api('/cart', { method: 'DELETE', body: {}, organization })
    if (!answer.ok) throw new Error(answer.problem.message)
    notify({ tone: 'success', title: 'Your cart is empty' })
    router.refresh()
  }
  return (
    <>
      <Button variant="danger-quiet" size="sm" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Clear cart
      </Button>
      <ConfirmDialog open={open} onClose={() => setOpen(false)} title="Clear the cart?" confirmLabel="Clear cart" danger onConfirm={clear}>
        {lines === 1 ? 'The line is removed' : `All ${lines} lines are removed`} and what was held for you becomes available to others.
      </ConfirmDialog>
    </>
  )
}
