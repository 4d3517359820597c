'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { api } from '@/components/portal/client/api'

/** A link that marks its notification as read on the way; going there never waits for it. */
export function ReadingLink({ id, href, isRead, children }: { id: string; href: string; isRead: boolean; children: ReactNode }) {
  const read = () => {
    if (!isRead) void api(`/notifications/${id}/mark-read`, { method: 'POST', body: {} })
  }
  return (
    <Link href={href} prefetch={false} className="stretched hover:underline" onClick={read}>
      {children}
    </Link>
  )
}
