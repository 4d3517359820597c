import { Menu } from 'lucide-react'
import { NavLink } from '@/components/portal/shell/nav-link'
import { barItems, type NavSection } from '@/components/portal/shell/nav'
import { SIDEBAR_ID } from '@/components/portal/shell/sidebar'
import { CountBadge } from '@/components/ui/badge'

/** The phone's bar: the first places under the thumb, and the whole navigation behind "More". */
export function BottomBar({ nav }: { nav: readonly NavSection[] }) {
  return (
    <nav className="tabbar" aria-label="Quick">
      {barItems(nav).map(({ href, label, icon: Icon, exact, count }) => (
        <NavLink key={href} href={href} exact={exact}>
          <Icon aria-hidden />
          <span className="max-w-full truncate px-1">{label}</span>
          <CountBadge count={count ?? 0} label="waiting" />
        </NavLink>
      ))}
      <button type="button" popoverTarget={SIDEBAR_ID}>
        <Menu aria-hidden />
        More
      </button>
    </nav>
  )
}
