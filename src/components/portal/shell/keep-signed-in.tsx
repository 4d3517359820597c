'use client'

import { useEffect } from 'react'
import { api } from '@/components/portal/client/api'

const EVERY_MS = 30 * 60_000
const KEY = 'tf-extended-at'

/** Extends the session now and then while somebody looks at the portal; its absolute end stays. Tabs share one clock. */
export function KeepSignedIn() {
  useEffect(() => {
    const extend = () => {
      const last = Number(localStorage.getItem(KEY) ?? '0')
      if (document.visibilityState !== 'visible' || Date.now() - last < EVERY_MS) return
      localStorage.setItem(KEY, String(Date.now()))
      void api('/auth/refresh', { method: 'POST', body: {} })
    }
    extend()
    const timer = setInterval(extend, EVERY_MS / 6)
    document.addEventListener('visibilitychange', extend)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', extend)
    }
  }, [])
  return null
}
