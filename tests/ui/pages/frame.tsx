import {
  BadgePercent,
  Bell,
  Boxes,
  FileText,
  House,
  LifeBuoy,
  PackageCheck,
  ReceiptText,
  RotateCcw,
  Settings,
  Truck,
  UserRound,
  Users,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { NavSection } from '@/components/portal/shell/nav'
import { PortalShell, type PortalShellProps } from '@/components/portal/shell/portal-shell'

export const NAV: readonly NavSection[] = [
  {
    items: [
      { href: '/dealer/alpine', label: 'Home', icon: House, primary: true, exact: true },
      { href: '/dealer/alpine/catalog', label: 'Catalog', icon: Boxes, primary: true },
      { href: '/dealer/alpine/orders', label: 'Orders', icon: PackageCheck, primary: true, count: 3 },
      { href: '/dealer/alpine/shipments', label: 'Shipments', icon: Truck },
      { href: '/dealer/alpine/returns', label: 'Returns', icon: RotateCcw },
    ],
  },
  {
    label: 'Money',
    items: [
      { href: '/dealer/alpine/invoices', label: 'Invoices', icon: ReceiptText, primary: true },
      { href: '/dealer/alpine/rebates', label: 'Rebates', icon: BadgePercent },
      { href: '/dealer/alpine/documents', label: 'Documents', icon: FileText },
    ],
  },
  {
    label: 'Organization',
    items: [
      { href: '/dealer/alpine/people', label: 'People', icon: Users },
      { href: '/dealer/alpine/support', label: 'Support', icon: LifeBuoy },
      { href: '/dealer/alpine/settings', label: 'Settings', icon: Settings },
    ],
  },
]

const USER_LINKS = [
  { href: '/account', label: 'Your account', icon: UserRound },
  { href: '/account/notifications', label: 'Notification settings', icon: Bell },
]

/** The dealer portal's frame around a gallery page. */
export const Frame = ({ children, ...rest }: { children: ReactNode } & Partial<PortalShellProps>) => (
  <PortalShell
    nav={NAV}
    organization={{ name: 'Alpine Ski & Cycle', subtitle: 'Adventure Works dealer', href: '/dealer/alpine' }}
    person={{ name: 'Orlando Gee', email: 'orlando@alpine.example', role: 'Buyer, Main Street' }}
    cart={{ href: '/dealer/alpine/cart', count: 4 }}
    notifications={{ href: '/dealer/alpine/notifications', count: 12 }}
    userLinks={USER_LINKS}
    search={{ href: '/dealer/alpine/catalog', label: 'Search the catalog for' }}
    {...rest}
  >
    {children}
  </PortalShell>
)
