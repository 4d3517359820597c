'use client'

import { Link } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { focusIn, pageFor } from '@/components/admin/nav/focus-address'
import { useDealers } from '@/components/admin/nav/use-dealers'

/** Says above a list that it shows one dealer or a group only, with the way back to all of them. */
export function FocusChip() {
  const path = usePathname()
  const search = new URLSearchParams(useSearchParams().toString())
  const focus = focusIn(search)
  const { current } = useDealers('', false, focus?.slug ?? null)
  if (!focus) return null
  return (
    <p className="tf-note tf-focus-chip">
      Only {current?.name ?? focus.slug}
      {focus.kind === 'group' ? ' and the dealers below' : ''}.{' '}
      <Link className="tf-link" href={pageFor(path, search, null)} prefetch={false}>
        Show all
      </Link>
    </p>
  )
}
