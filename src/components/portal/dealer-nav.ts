import { Building2, FileText, History, Home, KeyRound, Package, Receipt, Settings, ShoppingCart, Store, Truck, Users } from 'lucide-react'
import type { NavSection } from '@/components/portal/shell/nav'

/** The navigation of the dealer portal as data; what a person may not see vanishes. */
export function dealerNav(base: string): NavSection[] {
  return [
    {
      items: [
        { href: base, label: 'Home', icon: Home, exact: true, primary: true },
        { href: `${base}/catalog`, label: 'Catalog', icon: Store, permission: 'product.read', primary: true },
        { href: `${base}/cart`, label: 'Cart', icon: ShoppingCart, permission: 'cart.write', primary: true },
      ],
    },
    {
      label: 'Buying',
      items: [
        { href: `${base}/orders`, label: 'Orders', icon: Package, permission: 'order.read', primary: true },
        { href: `${base}/shipments`, label: 'Shipments', icon: Truck, permission: 'shipment.read' },
      ],
    },
    {
      label: 'Money',
      items: [
        { href: `${base}/invoices`, label: 'Invoices', icon: FileText, permission: 'invoice.read' },
        { href: `${base}/payments`, label: 'Payments', icon: Receipt, permission: 'payment.read' },
      ],
    },
    {
      label: 'Company',
      items: [
        { href: `${base}/about`, label: 'Supplier', icon: Building2 },
        { href: `${base}/people`, label: 'People', icon: Users, permission: 'member.read' },
        { href: `${base}/activity`, label: 'Activity', icon: History, permission: 'audit.read' },
        { href: `${base}/keys`, label: 'API keys', icon: KeyRound, permission: 'api-key.read' },
        { href: `${base}/settings`, label: 'Settings', icon: Settings, permission: 'setting.read' },
      ],
    },
  ]
}
