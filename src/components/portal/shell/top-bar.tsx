import { ShoppingCart } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Bell } from '@/components/portal/shell/bell'
import { UserMenu, type UserMenuProps } from '@/components/portal/shell/user-menu'
import type { ShellOrganization } from '@/components/portal/shell/organization'
import { Avatar } from '@/components/ui/avatar'
import { CountBadge } from '@/components/ui/badge'
import { IconLink } from '@/components/ui/icon-button'

export interface CountedLink {
  href: string
  count: number
}

export interface TopBarProps extends UserMenuProps {
  organization: ShellOrganization
  cart?: CountedLink | undefined
  notifications?: CountedLink | undefined
  /** The palette's trigger, or any other search. */
  search?: ReactNode
}

/** Search at the left, the person's things at the right; on phones the organization stands first. */
export function TopBar({ organization, cart, notifications, search, ...menu }: TopBarProps) {
  return (
    <header className="topbar">
      <Link href={organization.href} className="flex min-w-0 items-center gap-2.5 lg:hidden">
        <Avatar name={organization.name} src={organization.logoUrl} square brand className="size-7" />
        <span className="truncate text-sm font-semibold">{organization.name}</span>
      </Link>
      <div className="flex min-w-0 flex-1 justify-end lg:justify-start">{search}</div>
      {notifications ? <Bell {...notifications} /> : null}
      {cart ? <Counted {...cart} label="Cart" unit="lines" icon={<ShoppingCart aria-hidden />} /> : null}
      <span className="ml-1 inline-flex">
        <UserMenu {...menu} />
      </span>
    </header>
  )
}

function Counted({ href, count, label, unit, icon }: CountedLink & { label: string; unit: string; icon: ReactNode }) {
  return (
    <span className="relative">
      <IconLink href={href} label={count > 0 ? `${label}, ${count} ${unit}` : label} icon={icon} />
      <span aria-hidden className="pointer-events-none">
        <CountBadge count={count} label={unit} className="bar-count" />
      </span>
    </span>
  )
}
