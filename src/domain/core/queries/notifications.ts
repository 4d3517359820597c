import { grantsOf, type Principal } from '@/platform/access/principal'
import type { Channel, Notification } from '@/kernel/notification'
import { wordsFor } from '@/kernel/words'
import type { Reader } from '@/platform/reader'

export interface NotificationView {
  id: string
  type: string
  category: string
  subject: string
  body: string | null
  path: string | null
  organization: string
  readAt: Date | null
  createdAt: Date
}

export const COLUMNS = `n.id, n.type, n.category, n.subject, n.body, n.path, n.organization_id as organization, n.read_at as "readAt", n.created_at as "createdAt"`

/** The own notifications, newest first; the cursor is the id of the last one seen. */
export async function listNotifications(
  reader: Reader,
  wish: { unread?: boolean | undefined; cursor?: string | undefined; limit: number },
): Promise<{ rows: NotificationView[]; nextCursor: string | null }> {
  const found = await reader.rows<NotificationView>(
    `select ${COLUMNS} from notifications n where n.user_id = $1::uuid and ($2::uuid is null or n.id < $2::uuid)
     and (not $3::boolean or n.read_at is null) order by n.id desc limit $4::int`,
    [reader.principal.id, wish.cursor ?? null, wish.unread ?? false, wish.limit + 1],
    'tf_notifications',
  )
  const rows = found.slice(0, wish.limit)
  return { rows, nextCursor: found.length > wish.limit ? (rows.at(-1)?.id ?? null) : null }
}

/** How many of the own notifications are unread; counted up to 100, more is nobody's business at a glance. */
export async function unreadCount(reader: Reader): Promise<{ unread: number }> {
  const [row] = await reader.rows<{ unread: number }>(
    `select count(*)::int as unread from (select 1 from notifications where user_id = $1::uuid and read_at is null limit 100) x`,
    [reader.principal.id],
    'tf_unread',
  )
  return { unread: row?.unread ?? 0 }
}

export interface PreferenceView {
  type: string
  category: string
  /** When it comes, in one sentence. */
  description: string
  /** What it looks like. */
  example: string
  mandatory: boolean
  channels: { channel: Channel; enabled: boolean }[]
}

/** The notifications a person can get by what it may see, each with the channels switched on or off. */
export async function preferencesOf(reader: Reader, notifications: readonly Notification[]): Promise<PreferenceView[]> {
  const stored = await reader.rows<{ type: string; channel: string; enabled: boolean }>(
    `select type, channel, enabled from notification_preferences where user_id = $1::uuid`,
    [reader.principal.id],
    'tf_preferences',
  )
  const words = wordsFor(speechOf(reader.principal))
  const isOn = (type: string, channel: Channel) =>
    stored.find((row) => row.type === type && row.channel === channel)?.enabled ?? true
  return notifications
    .filter((one) => concerns(one, reader.principal))
    .map((one) => ({
      type: one.name,
      category: one.category,
      description: one.on.description,
      example: one.subject(one.sample, words),
      mandatory: one.mandatory,
      channels: one.channels.map((channel) => ({ channel, enabled: one.mandatory || isOn(one.name, channel) })),
    }))
}

// Who buys is told as the other party; the top of a tree buys from nobody and never is.
function concerns({ to }: Notification, principal: Principal): boolean {
  if (to.side === 'actor') return true
  return principal.memberships.some((membership) => {
    const { id, tree } = membership.organization
    return (to.side === 'owner' || id !== tree) && grantsOf(principal, membership, to.holding).length > 0
  })
}

function speechOf(principal: Principal): { locale: string; zone: string } {
  const first = principal.memberships[0]?.organization
  return { locale: principal.locale ?? first?.locale ?? 'en-US', zone: principal.zone ?? first?.zone ?? 'UTC' }
}
