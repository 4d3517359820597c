import { Suspense, type CSSProperties, type ReactNode } from 'react'
import { BottomBar } from '@/components/portal/shell/bottom-bar'
import { CloseOnNavigation } from '@/components/portal/shell/close-on-navigation'
import { CommandPalette, type CommandPaletteProps, type PaletteCommand } from '@/components/portal/shell/command-palette'
import type { NavSection } from '@/components/portal/shell/nav'
import type { ShellOrganization } from '@/components/portal/shell/organization'
import { SignInAgain } from '@/components/portal/shell/sign-in-again'
import { Sidebar } from '@/components/portal/shell/sidebar'
import { TopBar, type CountedLink } from '@/components/portal/shell/top-bar'
import type { ShellPerson, UserLink } from '@/components/portal/shell/user-menu'
import { brandVariables } from '@/components/ui/brand'
import { Toasts } from '@/components/ui/toast'

export interface PortalShellProps {
  /** Already reduced to what the person may see: `visibleNav`. */
  nav: readonly NavSection[]
  organization: ShellOrganization
  person: ShellPerson
  children: ReactNode
  cart?: CountedLink | undefined
  notifications?: CountedLink | undefined
  userLinks?: readonly UserLink[] | undefined
  search?: CommandPaletteProps['search']
  finds?: CommandPaletteProps['finds']
  /** More entries for the palette: "New order". */
  commands?: readonly PaletteCommand[] | undefined
  signOut?: { endpoint: string; next: string } | undefined
  /** Above the page: "Your certificate expires in 9 days". */
  banner?: ReactNode
  sidebarFooter?: ReactNode
}

const SIGN_OUT = { endpoint: '/api/v1/auth/logout', next: '/sign-in' }

/** The frame of every portal: navigation, top bar, page, phone bar, in the organization's colours. */
export function PortalShell(props: PortalShellProps) {
  const { nav, organization, person, children, cart, notifications, userLinks, signOut = SIGN_OUT } = props
  const commands = [...(props.commands ?? []), ...placesOf(nav)]
  return (
    <div data-brand="" className="shell" style={brandVariables(organization.color) as CSSProperties}>
      <a className="skip" href="#main">
        Skip to content
      </a>
      <Sidebar nav={nav} organization={organization} footer={props.sidebarFooter} />
      <div className="min-w-0">
        <TopBar
          {...{ organization, person, cart, notifications, signOut }}
          links={userLinks}
          search={<CommandPalette commands={commands} search={props.search} finds={props.finds} />}
        />
        {props.banner}
        <main id="main" tabIndex={-1} className="page">
          {children}
        </main>
      </div>
      <BottomBar nav={nav} />
      <Toasts />
      <SignInAgain email={person.email} />
      <Suspense>
        <CloseOnNavigation />
      </Suspense>
    </div>
  )
}

const placesOf = (nav: readonly NavSection[]): PaletteCommand[] =>
  nav.flatMap((section) =>
    section.items.map(({ href, label, icon: Icon }) => ({
      id: href,
      label,
      href,
      icon: <Icon aria-hidden />,
    })),
  )
