import Link from 'next/link'

export interface Tab {
  href: string
  label: string
  count?: number | string | undefined
}

/** Links in the look of tabs: each is a page of its own, rendered by the server and safe to bookmark. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav aria-label={label} className="tabs">
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.href === current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <span className="tab-count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}
