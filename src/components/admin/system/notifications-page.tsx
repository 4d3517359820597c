import type { AdminViewServerProps } from 'payload'
import { listNotifications, preferencesOf, unreadCount } from '@/domain/core'
import type { PreferenceView } from '@/domain/core/queries/notifications'
import { core } from '@/domain/registry'
import { Card, Empty } from '@/components/admin/frame/card'
import { AdminPage, PageHead } from '@/components/admin/frame/page'
import { NotificationItem, PreferenceBox, ReadAll } from '@/components/admin/system/notification-parts'
import { formatRelative } from '@/components/ui/format'

const ON_PAGE = 30

/** What one was told, and what one wants to be told. */
export function NotificationsPage(view: AdminViewServerProps) {
  const after = view.searchParams?.['after']
  const cursor = typeof after === 'string' && /^[0-9a-f-]{36}$/.test(after) ? after : undefined
  return (
    <AdminPage view={view} crumbs={[{ label: 'Notifications' }]} permission={null}>
      {async ({ reader, reads }) => {
        const [{ rows, nextCursor }, { unread }, preferences] = await Promise.all([listNotifications(reader, { cursor, limit: ON_PAGE }), unreadCount(reader), preferencesOf(reader, core.notifications)])
        return (
          <>
            <PageHead title="Notifications" sub={unread === 0 ? 'Everything is read.' : `${unread >= 100 ? 'Over 99' : unread} unread`}>
              {unread > 0 ? <ReadAll /> : null}
            </PageHead>
            <div className="tf-columns">
              <Card title="Latest" flush action={nextCursor ? <a className="tf-link" href={`/admin/notifications?after=${nextCursor}`}>Earlier ones</a> : undefined}>
                {rows.length === 0 ? <Empty title="Nothing yet">You are told here when something needs you.</Empty> : null}
                <ul className="tf-rows">
                  {rows.map(({ id, subject, body, path, readAt, createdAt }) => (
                    <NotificationItem key={id} id={id} subject={subject} body={body} href={path?.startsWith('/admin') ? path : null} isRead={readAt !== null} at={formatRelative(createdAt, reader.now, reads.locale)} />
                  ))}
                </ul>
              </Card>
              <aside className="tf-stack" aria-label="What to be told">
                <Wishes preferences={preferences} />
              </aside>
            </div>
          </>
        )
      }}
    </AdminPage>
  )
}

function Wishes({ preferences }: { preferences: readonly PreferenceView[] }) {
  return (
    <Card title="What to be told" flush>
      {preferences.length === 0 ? <Empty title="Nothing to choose">Your roles get no notifications.</Empty> : null}
      <ul className="tf-rows">
        {preferences.map(({ type, description, mandatory, channels }) => (
          <li key={type} className="tf-wish">
            <span>{description}</span>
            {mandatory ? <span className="tf-muted tf-small">Always on: you have to know this.</span> : null}
            <span className="tf-wish-channels">
              {channels.map(({ channel, enabled }) => (
                <PreferenceBox key={channel} type={type} channel={channel} isOn={enabled} isFixed={mandatory} about={description} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
