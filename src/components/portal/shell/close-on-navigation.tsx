'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect } from 'react'

/** The shell survives navigation, so what is open over it must be closed by hand. */
export function CloseOnNavigation() {
  const path = usePathname()
  const query = useSearchParams().toString()
  useEffect(() => {
    for (const open of document.querySelectorAll<HTMLElement>(':popover-open')) open.hidePopover()
  }, [path, query])
  return null
}
