'use client'

import { Bell as Sign } from 'lucide-react'
import { useUnread } from '@/components/live/use-unread'
import { CountBadge } from '@/components/ui/badge'
import { IconLink } from '@/components/ui/icon-button'

/** The way to the notifications with how many are unread, kept up to date; a change is said to those who cannot see it. */
export function Bell({ href, count }: { href: string; count: number }) {
  const { unread, isLive } = useUnread(count, href)
  const words = unread > 99 ? 'Over 99 unread' : `${unread} unread`
  return (
    <span className="relative">
      <IconLink href={href} label={unread > 0 ? `Notifications, ${words}` : 'Notifications'} icon={<Sign aria-hidden />} />
      <span aria-hidden className="pointer-events-none">
        <CountBadge count={unread} label="unread" className="bar-count" />
      </span>
      <span aria-live="polite" className="sr-only">
        {isLive ? `Notifications: ${words}` : ''}
      </span>
    </span>
  )
}
