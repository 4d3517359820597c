import { AddToCart } from '@/components/portal/cart/add-to-cart'
import { StockBadge } from '@/components/portal/catalog/stock'
import { Card } from '@/components/ui/card'
import { CopyButton } from '@/components/ui/copy-button'
import { formatQuantity } from '@/components/ui/format'
import { UnitPrice } from '@/components/ui/money'
import { PriceBreaks } from '@/components/ui/price-breaks'
import type { PageVariant, ProductPage } from '@/domain/catalog'

export interface BuyBoxProps {
  product: ProductPage
  variant: PageVariant
  organization: string
  base: string
  locale: string
  canBuy: boolean
}

/** Own price, what is there and the way into the cart, for one variant. */
export function BuyBox({ product, variant, organization, base, locale, canBuy }: BuyBoxProps) {
  const { currency } = product
  const isOrderable = variant.unitPriceMicro !== null && (Number(variant.available) > 0 || variant.backorder === 'allowed')
  return (
    <Card>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <span className="inline-flex items-center gap-1 font-mono text-sm text-muted">
            {variant.sku}
            <CopyButton value={variant.sku} label="Copy SKU" />
          </span>
          <StockBadge {...variant} locale={locale} exact />
        </div>
        <Price variant={variant} currency={currency} locale={locale} />
        <PriceBreaks breaks={variant.breaks.map(({ minimumQuantity, unitPriceMicro }) => ({ minQuantity: minimumQuantity, unitPriceMicro }))} currency={currency} unit={variant.unit} locale={locale} />
        {canBuy && isOrderable ? (
          <AddToCart key={variant.id} {...variant} organization={organization} variant={variant.id} stockUnit={variant.unit} cartHref={`${base}/cart`} />
        ) : null}
        {canBuy && !isOrderable && variant.unitPriceMicro !== null ? <p className="text-sm text-muted">It can be ordered again as soon as it is in stock.</p> : null}
        <Hints variant={variant} locale={locale} />
        <Warehouses variant={variant} locale={locale} />
      </div>
    </Card>
  )
}

function Price({ variant: { unitPriceMicro, unit, taxInclusive }, currency, locale }: { variant: PageVariant; currency: string; locale: string }) {
  if (unitPriceMicro === null) return <p className="text-muted">There is no price for you yet. Ask your seller.</p>
  return (
    <div>
      <UnitPrice micro={unitPriceMicro} currency={currency} per={unit} locale={locale} className="text-2xl font-semibold" />
      <p className="text-sm text-muted">{taxInclusive ? 'Your price, taxes included' : 'Your price, before taxes'}</p>
    </div>
  )
}

function Hints({ variant: { minimum, step, packs, unit }, locale }: { variant: PageVariant; locale: string }) {
  const say = (quantity: string | number) => `${formatQuantity(quantity, locale)} ${unit}`
  const hints = [
    minimum && Number(minimum) > 1 ? `At least ${say(minimum)}.` : '',
    step && Number(step) > 1 ? `In steps of ${say(step)}.` : '',
    ...packs.map((pack) => `1 ${pack.unit} is ${say(pack.factor)}.`),
  ].filter(Boolean)
  return hints.length > 0 ? <p className="text-sm text-muted">{hints.join(' ')}</p> : null
}

function Warehouses({ variant: { warehouses, unit, backorder, available }, locale }: { variant: PageVariant; locale: string }) {
  if (warehouses.length === 0) return null
  return (
    <div className="border-t border-line pt-3">
      <p className="mb-1.5 text-sm font-medium">Where it is</p>
      <ul className="grid gap-1 text-sm">
        {warehouses.map(({ id, name, available: here }) => (
          <li key={id} className="flex justify-between gap-4">
            <span className="text-muted">{name}</span>
            <span className="tabular-nums">
              {formatQuantity(here, locale)} {unit}
            </span>
          </li>
        ))}
      </ul>
      {Number(available) === 0 && backorder === 'allowed' ? <p className="mt-1.5 text-sm text-muted">You can order it now; it ships when it arrives.</p> : null}
    </div>
  )
}
