import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { idOf, type PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal, orNotFound } from '../_portal/portal'
import { CheckoutForm } from '@/components/portal/cart/checkout-form'
import { CartSummary } from '@/components/portal/cart/summary'
import { Card } from '@/components/ui/card'
import { formatMinor, formatQuantity } from '@/components/ui/format'
import { Money } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { addressesToShipTo, type AddressView } from '@/domain/network'
import { cartOf, type CartView } from '@/domain/sales'
import { businessDay } from '@/kernel/period'

export const metadata: Metadata = { title: 'Checkout' }

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  const { reader, organization, base, locale, can } = portal
  if (!can('order.submit')) return <NoAccess portal={portal} needs="order.submit" />
  const [cart, addresses] = await Promise.all([orNotFound(cartOf(reader, organization, idOf(search, 'shipTo'))), addressesToShipTo(reader, organization.id)])
  if (!cart.canCheckout) redirect(`${base}/cart`)
  return (
    <>
      <PageHeader title="Checkout" crumbs={[{ label: 'Cart', href: `${base}/cart` }, { label: 'Checkout' }]} />
      <CheckoutForm
        organization={{ id: organization.id, slug: organization.slug }}
        base={base}
        {...whereTo(cart, addresses)}
        canAddAddress={can('address.write')}
        today={businessDay(reader.now, organization.zone)}
        heldUntil={cart.heldUntil?.toISOString() ?? null}
        total={formatMinor(cart.totalMinor, cart.currency, locale)}
      >
        <Card title={`Order from ${cart.seller.name}`}>
          <div className="grid gap-4">
            <Lines cart={cart} locale={locale} />
            <CartSummary cart={cart} locale={locale} />
          </div>
        </Card>
      </CheckoutForm>
    </>
  )
}

function whereTo({ shipTo, branches }: CartView, addresses: readonly AddressView[]) {
  return {
    addresses: addresses.filter(({ isShipping, id }) => isShipping || id === shipTo?.address),
    shipTo: shipTo?.address ?? null,
    branches,
    country: shipTo?.country ?? addresses[0]?.country ?? '',
  }
}

const Lines = ({ cart, locale }: { cart: CartView; locale: string }) => (
  <ul className="grid max-h-72 gap-2 overflow-y-auto border-b border-line pb-4 text-sm" tabIndex={0} aria-label="Lines">
    {cart.lines.map((line) => (
      <li key={line.id} className="flex justify-between gap-4">
        <span className="min-w-0">
          <span className="block truncate">{line.name}</span>
          <span className="text-muted">
            {formatQuantity(line.quantity, locale)} {line.unit}
          </span>
        </span>
        {line.netMinor === null ? null : <Money minor={line.netMinor} currency={cart.currency} locale={locale} />}
      </li>
    ))}
  </ul>
)
