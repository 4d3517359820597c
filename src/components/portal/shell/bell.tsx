'use client'

import { Bell as Sign } from 'lucide-react'
import { NewRows } from '@/components/live/new-rows'
import { useUnread } from '@/components/live/use-unread'
import { CountBadge } from '@/components/ui/badge'
import { IconLink } from '@/components/ui/icon-button'

/** The way to the notifications with how many are unread, kept up to date; a change is said to those who cannot see it. */
export function Bell({ href, count }: { href: string; count: number }) {
  const { unread, said, isWaiting, show } = useUnread(count, href)
  return (
    <span className="relative">
      <IconLink href={href} label={unread > 0 ? `Notifications, ${words(unread)}` : 'Notifications'} icon={<Sign aria-hidden />} />
      <span aria-hidden className="pointer-events-none">
        <CountBadge count={unread} label="unread" className="bar-count" />
      </span>
      <span aria-live="polite" className="sr-only">
        {said === null ? '' : `Notifications: ${words(said)}`}
      </span>
      {isWaiting ? <NewRows onShow={show} /> : null}
    </span>
  )
}

const words = (count: number) => (count > 99 ? 'over 99 unread' : `${count} unread`)
