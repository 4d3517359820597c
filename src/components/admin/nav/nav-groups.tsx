'use client'

import { Link, NavGroup } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { NavEntry, NavSection } from '@/components/admin/nav/links'

/** The groups of the sidebar; the entry one stands on is marked. */
export function NavGroups({ sections }: { sections: readonly NavSection[] }) {
  const here = usePathname()
  return (
    <>
      <div className="tf-home">
        <NavLink entry={{ label: 'Today', href: '/admin', needs: null }} isHere={here === '/admin'} />
      </div>
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

function NavLink({ entry: { label, href }, isHere }: { entry: NavEntry; isHere: boolean }) {
  // What lies outside the admin is another application to the router.
  if (!href.startsWith('/admin')) {
    return (
      <a className="nav__link tf-nav-link" href={href}>
        <span className="nav__link-label">{label}</span>
      </a>
    )
  }
  return (
    <Link className="nav__link tf-nav-link" href={href} prefetch={false} {...(isHere ? { 'aria-current': 'page' as const } : {})}>
      {isHere ? <span className="nav__link-indicator" /> : null}
      <span className="nav__link-label">{label}</span>
    </Link>
  )
}
