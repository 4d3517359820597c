import type { Metadata } from 'next'
import { cache } from 'react'
import { one, type PageProps } from '../../_portal/address'
import { NoAccess } from '../../_portal/no-access'
import { dealerPortal, orNotFound } from '../../_portal/portal'
import { BuyBox } from './buy-box'
import { VariantPicker } from './variant-picker'
import { VariantTable } from './variant-table'
import { Card } from '@/components/ui/card'
import { DataList } from '@/components/ui/data-list'
import { Gallery } from '@/components/ui/gallery'
import { PageHeader } from '@/components/ui/page-header'
import { productPage, type ProductPage } from '@/domain/catalog'

type Props = PageProps<{ slug: string }>

const load = cache(async (org: string, slug: string) => {
  const { reader, organization, can } = await dealerPortal(org)
  return can('product.read') ? orNotFound(productPage(reader, { organization: organization.id, product: decodeURIComponent(slug) })) : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { org, slug } = await params
  return { title: (await load(org, slug))?.name ?? 'Product' }
}

export default async function Page({ params, searchParams }: Props) {
  const [{ org, slug }, search] = await Promise.all([params, searchParams])
  const [portal, product] = await Promise.all([dealerPortal(org), load(org, slug)])
  const { base, locale, organization } = portal
  if (!product) return <NoAccess portal={portal} needs="product.read" />
  const sku = one(search, 'sku')
  const variant = product.variants.find((candidate) => candidate.sku === sku) ?? product.variants[0]
  const path = `${base}/products/${product.slug}`
  const crumbs = [{ label: 'Catalog', href: `${base}/catalog` }, ...product.categories.map(({ name, slug: category }) => ({ label: name, href: `${base}/catalog?category=${category}` })), { label: product.name }]
  return (
    <>
      <PageHeader title={product.name} description={product.brand?.name} crumbs={crumbs} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-10">
        <Gallery label={`Pictures of ${product.name}`} images={product.images.map(({ url, thumbUrl, alt }) => ({ src: url, alt, thumb: thumbUrl }))} />
        <div className="grid content-start gap-5 lg:row-span-2">
          <VariantPicker {...{ product, variant, path }} />
          {variant ? (
            <BuyBox {...{ product, variant, locale, base }} organization={organization.slug} canBuy={portal.can('cart.write')} />
          ) : (
            <p className="text-muted">This product has nothing to order at the moment.</p>
          )}
        </div>
        <div className="grid min-w-0 content-start gap-6">
          {product.description ? (
            <Card title="About this product">
              <p className="max-w-[70ch] whitespace-pre-line">{product.description}</p>
            </Card>
          ) : null}
          {product.variants.length > 1 ? <VariantTable {...{ product, path, locale }} current={variant?.id} /> : null}
          <Specification product={product} variant={variant} locale={locale} />
        </div>
      </div>
    </>
  )
}

function Specification({ product, variant, locale }: { product: ProductPage; variant: ProductPage['variants'][number] | undefined; locale: string }) {
  const weight = variant?.weightGrams ? [{ term: 'Weight', value: `${new Intl.NumberFormat(locale, { maximumFractionDigits: 3 }).format(variant.weightGrams / 1000)} kg` }] : []
  const barcode = variant?.barcode ? [{ term: 'Barcode', value: <span className="tabular-nums">{variant.barcode}</span> }] : []
  const items = [...product.specs.map(({ name, value }) => ({ term: name, value })), ...weight, ...barcode]
  if (items.length === 0) return null
  return (
    <Card title="Specification">
      <DataList look="rows" items={items} />
    </Card>
  )
}
