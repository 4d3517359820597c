'use client'

import { useEffect } from 'react'

/**
 * What did a deed often vanishes with it, and the focus would be nowhere: then the page gets it, so that the next Tab goes on in
 * there and not at the top.
 */
export function useFocusAfter(): void {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.getElementById('main')?.focus({ preventScroll: true })
      })
    },
    [],
  )
}
