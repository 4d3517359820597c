import { Bell, Settings2 } from 'lucide-react'
import type { Metadata } from 'next'
import { hrefOf, idOf, oneOf, type PageProps } from '../../_portal/address'
import { dealerPortal } from '../../_portal/portal'
import { trailOf } from '../../_portal/trail'
import { DeedButton } from '@/components/portal/client/deed-button'
import { NotificationRow } from '@/components/portal/notes/notification-row'
import { ChooseNotifications } from '@/components/portal/select/choose-notifications'
import { ListFrame } from '@/components/portal/parts/list-frame'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Tabs } from '@/components/ui/tabs'
import { listNotifications, unreadCount } from '@/domain/core'

export const metadata: Metadata = { title: 'Notifications' }

const ON_PAGE = 30

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, zone } = portal
  const path = `${base}/notifications`
  const show = oneOf(search, 'show', ['unread'])
  const pages = trailOf(search, path, { show })
  const [found, { unread }] = await Promise.all([listNotifications(reader, { unread: show === 'unread', cursor: idOf({ after: pages.cursor }, 'after'), limit: ON_PAGE }), unreadCount(reader)])
  const tabs = [
    { label: 'All', href: path },
    { label: 'Unread', href: hrefOf(path, { show: 'unread' }), count: unread > 0 ? unread : undefined },
  ]
  return (
    <>
      <PageHeader
        title="Notifications"
        actions={
          <>
            {unread > 0 ? (
              <DeedButton organization={organization.slug} path="/notifications/read-all" done="All marked as read">
                Mark all as read
              </DeedButton>
            ) : null}
            <ButtonLink href={`${path}/preferences`} icon={<Settings2 aria-hidden />}>
              What to be told
            </ButtonLink>
          </>
        }
        tabs={<Tabs label="Notifications" tabs={tabs} current={hrefOf(path, { show })} />}
      />
      <ListFrame
        isEmpty={found.rows.length === 0}
        pages={pages.links(found.nextCursor)}
        empty={
          <EmptyState icon={Bell} title={show ? 'Everything is read' : 'Nothing yet'} action={show ? <ButtonLink href={path}>Show all</ButtonLink> : null}>
            {show ? 'New notifications show here first.' : 'You are told here when an order is confirmed, shipped or billed.'}
          </EmptyState>
        }
      >
        <ChooseNotifications organization={organization.slug}>
          <ul className="list-rows">
            {found.rows.map(({ createdAt, readAt, ...row }) => (
              <NotificationRow key={row.id} {...row} organization={organization.slug} at={createdAt} now={reader.now} isRead={readAt !== null} href={row.path?.startsWith('/dealer/') ? row.path : null} locale={locale} zone={zone} />
            ))}
          </ul>
        </ChooseNotifications>
      </ListFrame>
    </>
  )
}
