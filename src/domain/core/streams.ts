import type { NotificationView } from '@/domain/core/queries/notifications'
import { COLUMNS } from '@/domain/core/queries/notifications'
import type { SecurityEventView } from '@/domain/core/security/queries'
import { bindings, sqlOf } from '@/platform/access/sql'
import { each, workedFor, type StreamChannel } from '@/platform/stream/channel'

const NEWS = `select w.n::int as place, x.* from unnest($1::uuid[], $2::uuid[]) with ordinality as w(person, after, n)
cross join lateral (select ${COLUMNS} from notifications n where n.user_id = w.person and n.id > w.after order by n.id limit $3::int) x order by w.n, x.id`

const UNREAD = `select w.n::int as place, (select count(*)::int from (select 1 from notifications where user_id = w.person and read_at is null limit 100) x) as unread
from unnest($1::uuid[]) with ordinality as w(person, n)`

/** The own notifications as they come, and how many are unread. Two statements for all who watch. */
export const notificationStream: StreamChannel = {
  name: 'notifications',
  summary: 'The own notifications as they come, and how many are unread (up to 100)',
  permission: null,
  isPersonal: true,
  concerns: (principal) => [principal.id],
  news: async (watchers, most) => {
    const [first] = watchers
    if (!first) return []
    const people = watchers.map(({ reader }) => reader.principal.id)
    const rows = await first.reader.rows<NotificationView & { place: number }>(NEWS, [people, watchers.map(({ after }) => after), most], 'tf_stream_notifications')
    return watchers.map((_, at) => rows.filter(({ place }) => place === at + 1).map(({ place: _place, ...data }) => ({ id: data.id, event: 'notification', data })))
  },
  standing: async (watchers) => {
    const [first] = watchers
    if (!first) return []
    const rows = await first.reader.rows<{ place: number; unread: number }>(UNREAD, [watchers.map(({ reader }) => reader.principal.id)], 'tf_stream_unread')
    return rows.sort((a, b) => a.place - b.place).map(({ unread }) => ({ id: null, event: 'unread', data: { unread } }))
  },
}

/** Security events of the organizations one oversees, when they are raised. */
export const securityStream: StreamChannel = {
  name: 'admin/security-events',
  summary: 'Security events when they are raised',
  permission: 'security.read',
  isPersonal: false,
  concerns: workedFor,
  news: each(async ({ reader, after }, most) => {
    const to = bindings([after, most])
    const rows = await reader.rows<Pick<SecurityEventView, 'id' | 'kind' | 'severity' | 'status' | 'summary' | 'organization' | 'firstAt'>>(
      `select e.id, e.kind, e.severity, e.status, e.summary, e.organization_id as organization, e.first_at as "firstAt" from security_events e
       where e.id > $1::uuid and ${sqlOf(reader.reach('security-events'), 'e', to)} order by e.id limit $2::int`,
      to.values,
    )
    return rows.map((data) => ({ id: data.id, event: 'security-event', data }))
  }),
}
