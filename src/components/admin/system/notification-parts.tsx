'use client'

import { toast } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { newKey, send } from '@/components/admin/act/send'

interface NotificationItemProps {
  id: string
  subject: string
  body: string | null
  /** the page it is about; null when it has none here */
  href: string | null
  isRead: boolean
  at: string
}

/** One notification: what happened, when, and the way to it. Following it counts as read. */
export function NotificationItem({ id, subject, body, href, isRead, at }: NotificationItemProps) {
  const router = useRouter()
  const read = async () => {
    const answer = await send(`/notifications/${id}/mark-read`, { body: {}, key: newKey() })
    if (answer.ok) router.refresh()
  }
  return (
    <li className="tf-told" data-unread={isRead ? undefined : ''}>
      <div>
        {href ? (
          <Link className="tf-link" href={href} prefetch={false} onClick={() => (isRead ? undefined : void read())}>
            {subject}
          </Link>
        ) : (
          <span>{subject}</span>
        )}
        {body ? <span className="tf-muted">{body}</span> : null}
        <span className="tf-small">{at}</span>
      </div>
      {isRead ? null : (
        <button type="button" className="tf-button" aria-label={`Mark as read: ${subject}`} onClick={() => void read()}>
          Mark read
        </button>
      )}
    </li>
  )
}

/** Marks everything as read. */
export function ReadAll() {
  const router = useRouter()
  const all = async () => {
    const answer = await send('/notifications/read-all', { body: {}, key: newKey() })
    if (!answer.ok) return void toast.error(answer.message)
    router.refresh()
  }
  return (
    <button type="button" className="tf-button" onClick={() => void all()}>
      Mark all as read
    </button>
  )
}

const CHANNELS = { 'in-app': 'Here', email: 'E-mail' } as const

/** One channel of one notification. It changes at once and goes back if the server refuses. */
export function PreferenceBox({ type, channel, isOn, isFixed, about }: { type: string; channel: keyof typeof CHANNELS; isOn: boolean; isFixed: boolean; about: string }) {
  const [on, setOn] = useState(isOn)
  const change = async (enabled: boolean) => {
    setOn(enabled)
    const answer = await send('/notifications/preferences', { method: 'PATCH', body: { preferences: [{ type, channel, enabled }] } })
    if (answer.ok) return
    setOn(!enabled)
    toast.error(answer.message)
  }
  return (
    <label className="tf-check">
      <input type="checkbox" checked={on} disabled={isFixed} aria-label={`${CHANNELS[channel]}: ${about}`} onChange={(event) => void change(event.target.checked)} />
      {CHANNELS[channel]}
    </label>
  )
}
