import Link from 'next/link'
import type { LucideIcon } from 'lucide-react'
import { SignOutButton } from '@/components/portal/shell/sign-out-button'
import { ThemePicker } from '@/components/portal/shell/theme-picker'
import { Avatar } from '@/components/ui/avatar'

export interface ShellPerson {
  name: string
  email: string
  /** What the person is here: "Buyer", "Branch manager". */
  role?: string | undefined
  photoUrl?: string | null | undefined
}

export interface UserLink {
  href: string
  label: string
  icon: LucideIcon
}

export interface UserMenuProps {
  person: ShellPerson
  links?: readonly UserLink[] | undefined
  signOut: { endpoint: string; next: string }
}

const MENU_ID = 'portal-person'

/** The person's own corner: a disclosure with links, the theme and the way out. */
export function UserMenu({ person, links = [], signOut }: UserMenuProps) {
  return (
    <>
      <button type="button" popoverTarget={MENU_ID} aria-label={`Account of ${person.name}`} className="rounded-full">
        <Avatar name={person.name} src={person.photoUrl} />
      </button>
      <div id={MENU_ID} popover="auto" className="menu flyout">
        <div className="px-2.5 pt-2 pb-2.5">
          <p className="truncate font-semibold">{person.name}</p>
          <p className="truncate text-xs text-muted">{person.email}</p>
          {person.role ? <p className="truncate text-xs text-muted">{person.role}</p> : null}
        </div>
        <div className="menu-line" />
        {links.map(({ href, label, icon: Icon }) => (
          <Link key={href} href={href} className="menu-item">
            <Icon aria-hidden />
            {label}
          </Link>
        ))}
        <div className="px-2 py-2">
          <ThemePicker />
        </div>
        <div className="menu-line" />
        <SignOutButton {...signOut} />
      </div>
    </>
  )
}
