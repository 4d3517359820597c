'use client'

import { Link, NavGroup } from '@payloadcms/ui'
import { usePathname, useSearchParams } from 'next/navigation'
import { focusIn, withFocus } from '@/components/admin/nav/focus-address'
import { NewRows } from '@/components/live/new-rows'
import { useUnread } from '@/components/live/use-unread'
import type { NavEntry, NavSection } from '@/components/admin/nav/links'

/** The groups of the sidebar; the entry one stands on is marked. */
export function NavGroups({ sections, unread: rendered }: { sections: readonly NavSection[]; unread: number }) {
  const here = usePathname()
  const { unread, said, isWaiting, show } = useUnread(rendered, '/admin/notifications')
  return (
    <>
      <div className="tf-home">
        <NavLink entry={{ label: 'Today', href: '/admin', needs: null }} isHere={here === '/admin'} />
        <NavLink entry={{ label: 'Notifications', href: '/admin/notifications', needs: null }} isHere={here === '/admin/notifications'} count={unread} />
        <span aria-live="polite" className="tf-unseen">
          {said === null ? '' : `Notifications: ${said > 99 ? 'over 99' : said} unread`}
        </span>
      </div>
      {isWaiting ? <NewRows onShow={show} /> : null}
      {sections.map(({ label, entries }) => (
        <NavGroup key={label} label={label}>
          {entries.map((entry) => (
            <NavLink key={entry.href} entry={entry} isHere={here === entry.href || here.startsWith(`${entry.href}/`)} />
          ))}
        </NavGroup>
      ))}
    </>
  )
}

function NavLink({ entry: { label, href }, isHere, count = 0 }: { entry: NavEntry; isHere: boolean; count?: number }) {
  const focus = focusIn(new URLSearchParams(useSearchParams().toString()))
  // What lies outside the admin is another application to the router.
  if (!href.startsWith('/admin')) {
    return (
      <a className="nav__link tf-nav-link" href={href}>
        <span className="nav__link-label">{label}</span>
      </a>
    )
  }
  return (
    <Link className="nav__link tf-nav-link" href={withFocus(href, focus)} prefetch={false} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      {isHere ? <span className="nav__link-indicator" /> : null}
      <span className="nav__link-label">{label}</span>
      {count > 0 ? (
        <span className="tf-nav-count" aria-label={`${count} unread`}>
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </Link>
  )
}
