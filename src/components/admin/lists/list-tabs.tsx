'use client'

import { Link } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { branchIn, focusIn, withBranch, withFocus } from '@/components/admin/nav/focus-address'
import { currentTab, tabHref, tabsOf } from '@/components/admin/lists/tabs'

/** Ready-made filters; the one that is exactly in force is marked. */
export function ListTabs({ slug, today }: { slug: string; today: string }) {
  const tabs = tabsOf(slug, today)
  const search = useSearchParams().toString()
  const current = currentTab(slug, tabs, search)
  const focus = focusIn(new URLSearchParams(search))
  const branch = branchIn(new URLSearchParams(search))
  if (tabs.length === 0) return <span />
  return (
    <nav className="tf-tabs" aria-label="Filters">
      {tabs.map((tab) => (
        <Link key={tab.key} className="tf-tab" href={withBranch(withFocus(tabHref(slug, tab), focus), branch)} prefetch={false} {...(tab === current ? { 'aria-current': 'true' as const } : {})}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
