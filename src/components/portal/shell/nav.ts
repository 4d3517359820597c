import type { LucideIcon } from 'lucide-react'

export interface NavItem {
  href: string
  label: string
  icon: LucideIcon
  /** Permission key a person needs to see it; absent = everyone in the portal. */
  permission?: string | undefined
  /** Waiting things, shown at the right. */
  count?: number | undefined
  /** One of the (at most four) places in the phone's bar. */
  primary?: boolean | undefined
  /** Active only on exactly this address, as for the portal's home. */
  exact?: boolean | undefined
}

export interface NavSection {
  label?: string | undefined
  items: readonly NavItem[]
}

/** The sections with only what the person may see; sections that become empty vanish. */
export function visibleNav(sections: readonly NavSection[], can: (permission: string) => boolean): NavSection[] {
  return sections
    .map((section) => ({ ...section, items: section.items.filter((item) => !item.permission || can(item.permission)) }))
    .filter((section) => section.items.length > 0)
}

/** What the phone's bar shows: the items marked primary, else the first ones; at most four, the fifth place opens the rest. */
export function barItems(sections: readonly NavSection[]): NavItem[] {
  const all = sections.flatMap((section) => section.items)
  const marked = all.filter((item) => item.primary)
  return (marked.length > 0 ? marked : all).slice(0, 4)
}
