'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Draws the page again every so many seconds while somebody looks at it. */
export function ReloadEvery({ seconds }: { seconds: number }) {
  const router = useRouter()
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh()
    }, seconds * 1_000)
    return () => clearInterval(timer)
  }, [router, seconds])
  return null
}
