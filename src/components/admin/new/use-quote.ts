import { useEffect, useState } from 'react'
import { send } from '@/components/admin/act/send'
import { quantityOf } from '@/components/admin/act/values'
import type { TypedLine } from '@/components/admin/new/order-lines'

/** What lines would cost a dealer now. A line that cannot be ordered has a sentence instead of a price. */
export interface Quote {
  currency: string
  netMinor: number
  lines: { key: string; unitPriceMicro?: number; netMinor?: number; problem?: string }[]
}

const PAUSE_MS = 250

/** Asks for the dealer's prices shortly after the last keystroke; null before there is something to ask. */
export function useQuote(dealer: string | null, lines: readonly TypedLine[]): Quote | null {
  const [quote, setQuote] = useState<{ asked: string; answer: Quote } | null>(null)
  const asked = lines.flatMap(({ key, variant, quantity }) => (variant && quantityOf(quantity) !== null && Number(quantity) > 0 ? [{ key: String(key), variant: variant.id, quantity }] : []))
  const query = dealer && asked.length > 0 ? new URLSearchParams({ dealer, lines: JSON.stringify(asked) }).toString() : null
  useEffect(() => {
    if (query === null) return undefined
    let isCurrent = true
    const timer = setTimeout(() => {
      void send<Quote>(`/orders/quote?${query}`, { method: 'GET' }).then((answer) => (isCurrent && answer.ok ? setQuote({ asked: query, answer: answer.data }) : undefined))
    }, PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [query])
  return quote !== null && query !== null ? quote.answer : null
}
