'use client'

import { useEffect, useState, type ComponentType } from 'react'
import type { ToasterProps } from 'sonner'
import type { Tone } from '@/components/ui/tone'

export interface Notice {
  title: string
  description?: string | undefined
  tone?: Tone | undefined
  action?: { label: string; onClick: () => void } | undefined
}

const EVENT = 'portal:notice'
/** Above the phone's bar. */
const MOBILE = { bottom: '5rem', left: '1rem', right: '1rem' }

/** Shows a short message that goes away by itself; for results, never for errors that need an answer (use `Alert`). */
export const notify = (notice: Notice): void => {
  window.dispatchEvent(new CustomEvent<Notice>(EVENT, { detail: notice }))
}

/** The place where messages appear, once per layout. The library is fetched with the first message. */
export function Toasts() {
  const [Toaster, setToaster] = useState<ComponentType<ToasterProps>>()
  useEffect(() => {
    const onNotice = (event: Event): void => {
      if (event instanceof CustomEvent) void show(event.detail as Notice, (loaded) => setToaster(() => loaded))
    }
    window.addEventListener(EVENT, onNotice)
    return () => window.removeEventListener(EVENT, onNotice)
  }, [])
  if (!Toaster) return null
  return (
    <Toaster
      position="bottom-right"
      gap={10}
      mobileOffset={MOBILE}
      toastOptions={{ className: 'toast', duration: 5000 }}
    />
  )
}

async function show(notice: Notice, mount: (toaster: ComponentType<ToasterProps>) => void): Promise<void> {
  const { toast, Toaster } = await import('sonner')
  mount(Toaster)
  const { title, description, action } = notice
  KINDS(toast)[notice.tone ?? 'neutral'](title, {
    ...(description ? { description } : {}),
    ...(action ? { action } : {}),
  })
}

const KINDS = (toast: typeof import('sonner').toast): Record<Tone, typeof toast.message> => ({
  neutral: toast.message,
  info: toast.info,
  success: toast.success,
  warning: toast.warning,
  danger: toast.error,
})
