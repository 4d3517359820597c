import { PackageSearch } from 'lucide-react'
import type { Metadata } from 'next'
import Link from 'next/link'
import { keptOf, type PageProps } from '../_portal/address'
import { NoAccess } from '../_portal/no-access'
import { dealerPortal } from '../_portal/portal'
import { trailOf } from '../_portal/trail'
import { ActiveFilters, Filters, FILTERS } from './filters'
import { activeCount, catalogHref, queryOf, searchOf, SORTS, wishOf, type CatalogWish } from './wish'
import { ProductTile } from '@/components/portal/catalog/product-tile'
import { Alert } from '@/components/ui/alert'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterButton } from '@/components/ui/filter-panel'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { SearchInput } from '@/components/ui/search-input'
import { SortSelect } from '@/components/ui/sort-select'
import { categoryTree, marketOf, searchFacets, searchProducts, type CategoryNode } from '@/domain/catalog'

export const metadata: Metadata = { title: 'Catalog' }

const EARLY = 6

export default async function Page({ params, searchParams }: PageProps) {
  const [portal, search] = await Promise.all([params.then(({ org }) => dealerPortal(org)), searchParams])
  if (!portal.can('product.read')) return <NoAccess portal={portal} needs="product.read" />
  const { reader, organization, base, locale } = portal
  const path = `${base}/catalog`
  const wish = wishOf(search)
  const pages = trailOf(search, path, queryOf(wish))
  const asked = { organization: organization.id, ...searchOf(wish) }
  const [found, tree] = await Promise.all([
    searchProducts(reader, { ...asked, ...(pages.cursor ? { cursor: pages.cursor } : {}) }),
    marketOf(reader, organization.id).then(({ seller }) => categoryTree(reader, { seller })),
  ])
  const facets = await searchFacets(reader, found.correctedTo ? { ...asked, q: found.correctedTo } : asked)
  const trail = wayTo(tree, wish.category)
  const here = { path, wish, tree, trail, facets }
  return (
    <>
      <Head path={path} trail={trail} />
      <div className="grid gap-8 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <Filters {...here} currency={found.currency} />
        <div className="grid min-w-0 content-start gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <SearchInput label="Search the catalog" placeholder="Name, SKU or barcode" action={path} defaultValue={wish.q} keep={keptOf(queryOf(wish, { q: undefined }))} />
            <FilterButton id={FILTERS} activeCount={activeCount(wish)} />
            <SortSelect value={wish.sort} options={SORTS} keep={keptOf(queryOf(wish, { sort: undefined }))} />
          </div>
          <ActiveFilters {...here} />
          <Corrected typed={wish.q} to={found.correctedTo} />
          {found.rows.length > 0 ? (
            <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3" aria-label="Products">
              {found.rows.map((product, index) => (
                <ProductTile key={product.id} {...{ product, base, locale }} organization={organization.slug} canBuy={portal.can('cart.write')} isEarly={index < EARLY} />
              ))}
            </ul>
          ) : (
            <NothingFound path={path} wish={wish} />
          )}
          <Pagination {...pages.links(found.nextCursor)} label="Pages of products" />
        </div>
      </div>
    </>
  )
}

const Corrected = ({ typed = '', to }: { typed: string | undefined; to: string | null }) => (to ? <Alert tone="info" title={`Nothing matches “${typed}”. Showing results for “${to}”.`} /> : null)

function Head({ path, trail }: { path: string; trail: readonly CategoryNode[] }) {
  const here = trail.at(-1)
  if (!here) return <PageHeader title="Catalog" description="Everything you can order, at your own prices." />
  const above = trail.slice(0, -1).map(({ name, slug }) => ({ label: name, href: `${path}?category=${slug}` }))
  return <PageHeader title={here.name} crumbs={[{ label: 'Catalog', href: path }, ...above, { label: here.name }]} />
}

function NothingFound({ path, wish }: { path: string; wish: CatalogWish }) {
  const isFiltered = activeCount(wish) > 0
  return (
    <EmptyState
      icon={PackageSearch}
      title={wish.q ? `Nothing found for “${wish.q}”` : 'No products here'}
      action={<ButtonLink href={isFiltered ? catalogHref(path, wish, { category: undefined, brand: undefined, min: undefined, max: undefined, stock: undefined }) : path}>{isFiltered ? 'Remove the filters' : 'See all products'}</ButtonLink>}
    >
      {isFiltered ? 'Fewer filters find more.' : 'Try another word, a part of the name or the beginning of the SKU.'}{' '}
      {wish.q && isFiltered ? (
        <Link href={`${path}?q=${encodeURIComponent(wish.q)}`} className="link">
          Search everywhere
        </Link>
      ) : null}
    </EmptyState>
  )
}

/** The categories from the top down to the one with this slug or id. */
function wayTo(tree: readonly CategoryNode[], wanted: string | undefined): CategoryNode[] {
  for (const node of wanted ? tree : []) {
    if (node.slug === wanted || node.id === wanted) return [node]
    const below = wayTo(node.children, wanted)
    if (below.length > 0) return [node, ...below]
  }
  return []
}
