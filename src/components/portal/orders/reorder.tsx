'use client'

import { RotateCw } from 'lucide-react'
import { useEffect } from 'react'
import { useDeed } from '@/components/portal/client/use-deed'
import { Button } from '@/components/ui/button'
import { notify } from '@/components/ui/toast'

export interface ReorderProps {
  organization: string
  cartHref: string
  lines: readonly { sku: string; quantity: string; unit: string }[]
}

interface Answer {
  added: number
  failed: number
  lines: { added: boolean; sku?: string; sentence: string }[]
}

/** Puts the lines of an order into the cart again, as far as they can still be ordered, and opens it. */
export function Reorder({ organization, cartHref, lines }: ReorderProps) {
  const { act, isBusy, problem } = useDeed(organization)
  useEffect(() => {
    if (problem) notify({ tone: 'danger', title: problem.message })
  }, [problem])
  const text = lines.map(({ sku, quantity, unit }) => `${sku} ${quantity} ${unit}`).join('\n')
  const again = () => act<Answer>('/cart/paste-lines', { body: { text } }, { say: noticeOf, go: () => cartHref })
  return (
    <Button icon={<RotateCw aria-hidden />} busy={isBusy} onClick={() => void again()}>
      Order again
    </Button>
  )
}

function noticeOf({ added, failed, lines }: Answer) {
  const first = lines.find((line) => !line.added)
  if (failed === 0) return { title: `${added} ${added === 1 ? 'line' : 'lines'} in your cart` }
  return { tone: 'warning' as const, title: `${added} added, ${failed} not`, description: first ? `${first.sku ?? ''}: ${first.sentence}` : undefined }
}
