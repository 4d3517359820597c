import { ShoppingCart } from 'lucide-react'
import type { Metadata } from 'next'
import type { PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal, type Portal } from '../_portal/portal'
import { CartLines } from './cart-lines'
import { ClearCart } from '@/components/portal/cart/clear-cart'
import { PasteLines } from '@/components/portal/cart/paste-lines'
import { CartSummary } from '@/components/portal/cart/summary'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { DateText } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { thumbsOf } from '@/domain/catalog'
import { cartOf, pastedLinesFeature, type CartView } from '@/domain/sales'
import { hasFeature } from '@/platform/features'

export const metadata: Metadata = { title: 'Cart' }

export default async function Page({ params }: PageProps) {
  const portal = await dealerPortal((await params).org)
  if (!portal.can('cart.write')) return <NoAccess portal={portal} needs="cart.write" />
  const { reader, organization, base } = portal
  const [cart, canPaste] = await Promise.all([cartOf(reader, organization), hasFeature(reader, pastedLinesFeature, organization.id)])
  const thumbs = await thumbsOf(reader, cart.lines.flatMap(({ product }) => product ?? []))
  const count = cart.lines.length
  return (
    <>
      <PageHeader
        title="Cart"
        description={count > 0 ? `${count} ${count === 1 ? 'line' : 'lines'} from ${cart.seller.name}, at today's prices.` : undefined}
        actions={count > 0 ? <ClearCart organization={organization.slug} lines={count} /> : null}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <section className="card self-start" aria-label="Lines">
          {count > 0 ? (
            <CartLines {...{ cart, thumbs, base }} locale={portal.locale} organization={organization.slug} />
          ) : (
            <EmptyState icon={ShoppingCart} title="Your cart is empty" action={<ButtonLink href={`${base}/catalog`} variant="primary">Browse the catalog</ButtonLink>}>
              {canPaste ? 'Add products from the catalog, or paste SKUs and quantities.' : 'Add products from the catalog.'}
            </EmptyState>
          )}
        </section>
        <div className="grid content-start gap-6">
          {count > 0 ? <Totals portal={portal} cart={cart} /> : null}
          {canPaste ? (
            <Card title="Paste lines">
              <PasteLines organization={organization.slug} />
            </Card>
          ) : null}
        </div>
      </div>
    </>
  )
}

function Totals({ portal, cart }: { portal: Portal; cart: CartView }) {
  const { base, locale, zone, can } = portal
  const stuck = cart.lines.filter((line) => line.problem !== null).length
  return (
    <Card title="Summary">
      <div className="grid gap-4">
        <CartSummary cart={cart} locale={locale} />
        {cart.heldUntil ? (
          <p className="text-sm text-muted">
            Held for you until <DateText at={cart.heldUntil} style="time" locale={locale} zone={zone} />.
          </p>
        ) : null}
        {stuck > 0 ? <Alert tone="warning" title={stuck === 1 ? 'One line cannot be ordered as it is.' : `${stuck} lines cannot be ordered as they are.`}>Change or remove {stuck === 1 ? 'it' : 'them'} to go on.</Alert> : null}
        {!can('order.submit') ? <p className="text-sm text-muted">Your role may fill the cart but not order.</p> : null}
        {can('order.submit') && cart.canCheckout ? (
          <ButtonLink href={`${base}/checkout`} prefetch={false} variant="primary" size="lg">
            Check out
          </ButtonLink>
        ) : null}
      </div>
    </Card>
  )
}
