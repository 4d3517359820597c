import { NavHamburger, NavWrapper } from '@payloadcms/next/client'
import { Logout } from '@payloadcms/ui'
import type { PayloadRequest } from 'payload'
import { unreadCount } from '@/domain/core/queries/notifications'
import { workOf } from '@/components/admin/frame/work'
import { FocusSwitcher } from '@/components/admin/nav/focus-switcher'
import { NavGroups } from '@/components/admin/nav/nav-groups'
import { navigationFor } from '@/components/admin/nav/links'
import { OrganizationSwitcher } from '@/components/admin/nav/organization-switcher'
import { env } from '@/platform/env'

/** The sidebar of the admin: whom one works for, today's page, and what one may open. */
export async function AdminNav({ req }: { req: PayloadRequest }) {
  const work = await workOf(req)
  if (!work) return null
  const { organization, organizations, can } = work
  const { unread } = await unreadCount(work.reader)
  const brief = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return (
    <NavWrapper baseClass="nav">
      <nav className="nav__wrap" aria-label="Main">
        <OrganizationSwitcher current={brief(organization)} all={organizations.map(brief)} />
        {can('dealer.read') && can('organization.read') ? <FocusSwitcher tree={organization.name} /> : null}
        <NavGroups sections={navigationFor(can, env.MAILBOX)} unread={unread} />
        <div className="nav__controls">
          <Logout />
        </div>
      </nav>
      <div className="nav__header">
        <div className="nav__header-content">
          <NavHamburger baseClass="nav" />
        </div>
      </div>
    </NavWrapper>
  )
}
