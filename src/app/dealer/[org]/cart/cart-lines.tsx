import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { Thumb } from '@/components/portal/catalog/thumb'
import { CartLineControls } from '@/components/portal/cart/cart-line-controls'
import { formatQuantity } from '@/components/ui/format'
import { Money, UnitPrice } from '@/components/ui/money'
import type { CartLineView, CartView } from '@/domain/sales'

export interface CartLinesProps {
  cart: CartView
  /** small pictures by product */
  thumbs: ReadonlyMap<string, string>
  base: string
  organization: string
  locale: string
}

/** The lines as they could be ordered now. */
export function CartLines({ cart, ...rest }: CartLinesProps) {
  return (
    <ul className="list-rows">
      {cart.lines.map((line) => (
        <Line key={line.id} line={line} currency={cart.currency} {...rest} />
      ))}
    </ul>
  )
}

function Line({ line, thumbs, currency, base, organization, locale }: Omit<CartLinesProps, 'cart'> & { line: CartLineView; currency: string }) {
  return (
    <li className="grid gap-x-6 gap-y-3 lg:grid-cols-[minmax(0,1fr)_auto_minmax(7.5rem,auto)] lg:items-start">
      <div className="flex min-w-0 gap-3">
        <Thumb src={thumbs.get(line.product ?? '')} />
        <div className="min-w-0">
          <p className="font-medium [overflow-wrap:anywhere]">
            {line.product ? (
              <Link href={`${base}/products/${line.product}?sku=${encodeURIComponent(line.sku)}`} prefetch={false} className="hover:underline">
                {line.name}
              </Link>
            ) : (
              line.name
            )}
          </p>
          <p className="text-sm text-muted">
            <span className="font-mono">{line.sku}</span>
            {line.unitPriceMicro === null ? null : (
              <>
                {' · '}
                <UnitPrice micro={line.unitPriceMicro} currency={currency} per={line.stockUnit} locale={locale} />
              </>
            )}
          </p>
          <Availability line={line} locale={locale} />
        </div>
      </div>
      <CartLineControls {...line} organization={organization} line={line.id} />
      <p className="text-right font-medium max-lg:text-left">{line.netMinor === null ? <span className="text-subtle">–</span> : <Money minor={line.netMinor} currency={currency} locale={locale} />}</p>
    </li>
  )
}

function Availability({ line, locale }: { line: CartLineView; locale: string }) {
  if (line.problem) {
    return (
      <p className="mt-1 flex items-start gap-1.5 text-sm font-medium text-danger-text">
        <CircleAlert aria-hidden className="mt-0.5 size-4 flex-none" />
        {line.problem}
      </p>
    )
  }
  const wanted = Number(line.stockQuantity ?? 0)
  const free = Number(line.available)
  if (free >= wanted) return <p className="mt-0.5 text-sm text-success-text">{`${formatQuantity(line.available, locale)} ${line.stockUnit} available`}</p>
  return <p className="mt-0.5 text-sm text-warning-text">{free > 0 ? `${formatQuantity(line.available, locale)} ${line.stockUnit} now, the rest on back-order` : 'On back-order: ships when it arrives'}</p>
}
