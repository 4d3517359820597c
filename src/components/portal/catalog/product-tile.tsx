import { ImageOff } from 'lucide-react'
import Link from 'next/link'
import { AddToCart } from '@/components/portal/cart/add-to-cart'
import { StockBadge } from '@/components/portal/catalog/stock'
import { ButtonLink } from '@/components/ui/button'
import { UnitPrice } from '@/components/ui/money'
import type { CardVariant, ProductCard } from '@/domain/catalog'

export interface ProductTileProps {
  product: ProductCard
  base: string
  organization: string
  locale: string
  canBuy: boolean
  /** Among the first on screen: its picture is fetched at once. */
  isEarly: boolean
}

/** A product in the list: picture, own price, stock, and the cart where there is nothing to choose first. */
export function ProductTile({ product, base, organization, locale, canBuy, isEarly }: ProductTileProps) {
  const href = `${base}/products/${product.slug}`
  const [only, ...others] = product.variants
  const single = only && others.length === 0 ? only : null
  return (
    <li className="card card-link flex overflow-hidden sm:flex-col">
      <Picture image={product.image} isEarly={isEarly} />
      <div className="flex min-w-0 flex-1 flex-col gap-3 p-4">
        <div className="min-w-0">
          <p className="truncate text-xs text-subtle">{captionOf(product)}</p>
          <h2 className="text-base [overflow-wrap:anywhere]">
            <Link href={href} prefetch={false} className="stretched">
              {product.name}
            </Link>
          </h2>
        </div>
        <div className="mt-auto flex flex-wrap items-end justify-between gap-2">
          <Price product={product} locale={locale} unit={only?.unit} isFrom={single === null} />
          <Stock product={product} locale={locale} isExact={single !== null} />
        </div>
        {canBuy ? <Buy product={product} single={single} href={href} base={base} organization={organization} /> : null}
      </div>
    </li>
  )
}

function Buy({ product, single, href, base, organization }: Pick<ProductTileProps, 'product' | 'base' | 'organization'> & { single: CardVariant | null; href: string }) {
  const { name, isOrderable } = product
  if (single && isOrderable) {
    return (
      <div className="raise">
        <AddToCart {...{ organization, ...single }} compact variant={single.id} name={name} stockUnit={single.unit} cartHref={`${base}/cart`} />
      </div>
    )
  }
  return (
    <ButtonLink href={href} prefetch={false} size="sm" className="raise w-full" aria-label={`${single ? 'See' : 'Choose a variant of'} ${name}`}>
      {single ? 'See product' : 'Choose variant'}
    </ButtonLink>
  )
}

const Stock = ({ product: { available, variants, isOrderable }, locale, isExact }: { product: ProductCard; locale: string; isExact: boolean }) => (
  <StockBadge available={available} unit={variants[0]?.unit ?? ''} backorder={isOrderable ? 'allowed' : 'none'} locale={locale} exact={isExact} />
)

const captionOf = ({ brand, variants }: ProductCard): string => [brand?.name, variants.length === 1 ? variants[0]?.sku : `${variants.length} variants`].filter(Boolean).join(' · ')

function Price({ product, locale, unit, isFrom }: { product: ProductCard; locale: string; unit: string | undefined; isFrom: boolean }) {
  if (product.priceFromMicro === null) return <p className="text-sm text-muted">No price for you yet</p>
  return (
    <p>
      {isFrom ? <span className="mr-1 text-xs text-subtle">from</span> : null}
      <UnitPrice micro={product.priceFromMicro} currency={product.currency} locale={locale} per={unit} className="text-md font-semibold" />
    </p>
  )
}

function Picture({ image, isEarly }: { image: ProductCard['image']; isEarly: boolean }) {
  const frame = 'w-28 flex-none border-line max-sm:border-r sm:aspect-4/3 sm:w-full sm:border-b'
  if (!image) {
    return (
      <span className={`${frame} grid place-items-center bg-sunken text-subtle`}>
        <ImageOff aria-hidden className="size-6 stroke-[1.4]" />
      </span>
    )
  }
  return <img src={image.url} alt="" width={480} height={360} className={`${frame} object-cover`} loading={isEarly ? 'eager' : 'lazy'} fetchPriority={isEarly ? 'high' : 'auto'} decoding="async" />
}
