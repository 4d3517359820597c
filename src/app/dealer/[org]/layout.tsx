import { Bell, KeyRound, Settings2, ShieldCheck, SlidersHorizontal } from 'lucide-react'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { dealerPortal, type Portal } from './_portal/portal'
import { dealerNav } from '@/components/portal/dealer-nav'
import { KeepSignedIn } from '@/components/portal/shell/keep-signed-in'
import { visibleNav } from '@/components/portal/shell/nav'
import { PortalDocument } from '@/components/portal/shell/portal-document'
import { PortalShell } from '@/components/portal/shell/portal-shell'
import { unreadCount } from '@/domain/core'
import { myOrganizations } from '@/domain/network'
import { cartCount } from '@/domain/sales'
import { plainTag } from '@/kernel/locale'

interface Props {
  children: ReactNode
  params: Promise<{ org: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization } = await dealerPortal((await params).org)
  return { title: { default: organization.name, template: `%s · ${organization.name}` } }
}

export default async function Layout({ children, params }: Props) {
  const portal = await dealerPortal((await params).org)
  const { organization, principal, reader, base, can, locale } = portal
  const [theme, { unread }, lines] = await Promise.all([cookies(), unreadCount(reader), can('cart.read') ? cartCount(reader, organization.id) : 0])
  return (
    <PortalDocument themeCookie={theme.get('theme')?.value} lang={plainTag(locale)}>
      <PortalShell
        nav={visibleNav(dealerNav(base), can)}
        organization={{ name: organization.name, subtitle: organization.code, href: base, logoUrl: logoOf(portal), color: organization.branding.brand, others: othersOf(portal) }}
        person={{ name: principal.name, email: principal.email }}
        notifications={{ href: `${base}/notifications`, count: unread }}
        {...(can('cart.write') ? { cart: { href: `${base}/cart`, count: lines } } : {})}
        {...(can('product.read') ? { search: { href: `${base}/catalog`, label: 'Search products or SKU' } } : {})}
        finds={{ organization: { id: organization.id, slug: organization.slug }, base, locale, hasProducts: can('product.read'), hasOrders: can('order.read') }}
        userLinks={[
          { href: `${base}/security`, label: 'My security', icon: ShieldCheck },
          { href: `${base}/preferences`, label: 'Preferences', icon: SlidersHorizontal },
          { href: `${base}/notifications`, label: 'Notifications', icon: Bell },
          { href: `${base}/notifications/preferences`, label: 'What to be told', icon: Settings2 },
          { href: `${base}/my-access`, label: 'What I may do', icon: KeyRound },
        ]}
      >
        {children}
        <KeepSignedIn />
      </PortalShell>
    </PortalDocument>
  )
}

function logoOf({ organization }: Portal): string | null {
  return organization.branding.logo ? `/api/media/file/${organization.branding.logo}` : null
}

function othersOf({ reader, organization }: Portal) {
  return myOrganizations(reader)
    .filter((one) => one.id !== organization.id && one.kind === 'dealer')
    .map(({ name, code, slug }) => ({ name, subtitle: code, href: `/dealer/${slug}` }))
}
