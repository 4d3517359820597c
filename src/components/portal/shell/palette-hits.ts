'use client'

import { useEffect, useState } from 'react'
import { api } from '@/components/portal/client/api'
import { formatMicro } from '@/components/ui/format'

/** Where the palette looks while one types, and whose documents it may show. */
export interface PaletteFinds {
  organization: { id: string; slug: string }
  base: string
  locale: string
  hasProducts: boolean
  hasOrders: boolean
}

/** Something found by the words typed. */
export interface PaletteHit {
  id: string
  group: 'Products' | 'Orders'
  label: string
  /** what tells it from its neighbours: SKU, reference */
  about: string
  /** what stands at its end: the own price */
  note: string
  href: string
}

interface FoundProduct {
  id: string
  slug: string
  name: string
  priceFromMicro: number | null
  currency: string
  variants: readonly { sku: string }[]
}

interface FoundOrder {
  id: string
  number: string | null
  poReference: string | null
}

const PAUSE_MS = 180
const LEAST = 2
const NONE: readonly PaletteHit[] = []

/** Products and orders for the words, a short pause after the last key; an older answer never replaces a newer one. */
export function useHits(finds: PaletteFinds | undefined, words: string): readonly PaletteHit[] {
  const [found, setFound] = useState<{ words: string; hits: readonly PaletteHit[] }>({ words: '', hits: NONE })
  const q = words.trim()
  useEffect(() => {
    if (!finds || q.length < LEAST) return undefined
    let isCurrent = true
    const timer = setTimeout(() => void hitsFor(finds, q).then((hits) => (isCurrent ? setFound({ words: q, hits }) : undefined)), PAUSE_MS)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [finds, q])
  return q.length < LEAST ? NONE : found.hits
}

async function hitsFor(finds: PaletteFinds, q: string): Promise<readonly PaletteHit[]> {
  const [products, orders] = await Promise.all([finds.hasProducts ? productsFor(finds, q) : NONE, finds.hasOrders ? ordersFor(finds, q) : NONE])
  return [...products, ...orders]
}

async function productsFor({ organization, base, locale }: PaletteFinds, q: string): Promise<PaletteHit[]> {
  const answer = await api<FoundProduct[]>(`/products/search?${new URLSearchParams({ q, limit: '5' }).toString()}`, { organization: organization.slug })
  if (!answer.ok) return []
  return answer.data.map(({ id, slug, name, variants, priceFromMicro, currency }) => {
    const [first, ...others] = variants
    const price = priceFromMicro === null ? '' : formatMicro(priceFromMicro, currency, locale)
    return { id, group: 'Products', label: name, about: others.length > 0 ? `${variants.length} variants` : (first?.sku ?? ''), note: price && others.length > 0 ? `from ${price}` : price, href: `${base}/products/${slug}` }
  })
}

// The list finds names of buyers too, which are all the same here: only numbers and references count.
async function ordersFor({ organization, base }: PaletteFinds, q: string): Promise<PaletteHit[]> {
  const answer = await api<FoundOrder[]>(`/orders?${new URLSearchParams({ q, dealer: organization.id, limit: '4', count: 'false' }).toString()}`, { organization: organization.slug })
  if (!answer.ok) return []
  const begins = (text: string | null) => text?.toLowerCase().startsWith(q.toLowerCase()) ?? false
  return answer.data
    .filter(({ number, poReference }) => begins(number) || begins(poReference))
    .map(({ id, number, poReference }) => ({ id, group: 'Orders', label: number ?? 'Draft', about: poReference ?? '', note: '', href: `${base}/orders/${id}` }))
}
