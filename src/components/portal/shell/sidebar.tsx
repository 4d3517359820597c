import { X } from 'lucide-react'
import { NavLink } from '@/components/portal/shell/nav-link'
import type { NavSection } from '@/components/portal/shell/nav'
import { OrganizationBadge, type ShellOrganization } from '@/components/portal/shell/organization'
import { buttonLook } from '@/components/ui/button'
import type { ReactNode } from 'react'

export const SIDEBAR_ID = 'portal-navigation'

export interface SidebarProps {
  nav: readonly NavSection[]
  organization: ShellOrganization
  footer?: ReactNode
}

/** The main navigation: a column on wide screens, the same element as a drawer (popover) on narrow ones. */
export function Sidebar({ nav, organization, footer }: SidebarProps) {
  return (
    <nav id={SIDEBAR_ID} popover="auto" className="sidebar" aria-label="Main">
      <div className="sidebar-head">
        <OrganizationBadge organization={organization} />
        <button
          type="button"
          popoverTarget={SIDEBAR_ID}
          popoverTargetAction="hide"
          aria-label="Close navigation"
          className={buttonLook({ variant: 'ghost', size: 'sm' }, 'btn-icon lg:hidden')}
        >
          <X aria-hidden />
        </button>
      </div>
      <div className="sidebar-scroll">
        {nav.map((section, index) => (
          <Section key={section.label ?? index} section={section} />
        ))}
      </div>
      {footer ? <div className="sidebar-foot">{footer}</div> : null}
    </nav>
  )
}

function Section({ section }: { section: NavSection }) {
  return (
    <div className="nav-section">
      {section.label ? <p className="nav-title">{section.label}</p> : null}
      <ul className="grid gap-0.5">
        {section.items.map(({ href, label, icon: Icon, count, exact }) => (
          <li key={href}>
            <NavLink href={href} exact={exact} className="nav-link">
              <Icon aria-hidden />
              <span className="truncate">{label}</span>
              {count ? <span className="nav-count">{count}</span> : null}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
