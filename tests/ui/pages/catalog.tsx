import { StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { FilterButton, FilterChips, FilterGroup, FilterPanel } from '@/components/ui/filter-panel'
import { UnitPrice } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { QuantityStepper } from '@/components/ui/quantity-stepper'
import { SearchInput } from '@/components/ui/search-input'
import { SortSelect } from '@/components/ui/sort-select'
import { Frame } from './frame'
import { PRODUCTS, type SampleProduct } from './sample'

export const path = '/dealer/alpine/catalog'

const CATEGORIES = ['Mountain bikes', 'Road bikes', 'Helmets', 'Wheels', 'Bottles']

/** Products with filters beside or below. */
export function Page() {
  return (
    <Frame organization={{ name: 'Volt Supply', subtitle: 'Yellow brand', href: '/dealer/alpine', color: '#ffd400' }}>
      <PageHeader title="Catalog" description="1,280 products at your prices." />
      <div className="grid gap-8 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <FilterPanel id="filters" activeCount={2} clearHref="#">
          <FilterGroup title="Category">
            {CATEGORIES.map((name, index) => (
              <Checkbox key={name} label={name} defaultChecked={index === 3} />
            ))}
          </FilterGroup>
          <FilterGroup title="Availability">
            <Checkbox label="In stock" defaultChecked />
            <Checkbox label="On sale" />
          </FilterGroup>
        </FilterPanel>
        <div className="grid content-start gap-4">
          <div className="flex flex-wrap items-center gap-3">
            <SearchInput label="Search the catalog" placeholder="Name, SKU or barcode" />
            <FilterButton id="filters" activeCount={2} />
            <SortSelect
              value="match"
              options={[
                { value: 'match', label: 'Best match' },
                { value: 'price', label: 'Price, low to high' },
              ]}
            />
          </div>
          <FilterChips
            chips={[
              { label: 'Wheels', removeHref: '#' },
              { label: 'In stock', removeHref: '#' },
            ]}
          />
          <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
            {PRODUCTS.map((product) => (
              <ProductCard key={product.sku} product={product} />
            ))}
          </ul>
          <Pagination summary="1–6 of 1,280" nextHref="#next" />
        </div>
      </div>
    </Frame>
  )
}

const ProductCard = ({ product }: { product: SampleProduct }) => (
  <li className="card card-link flex flex-col overflow-hidden">
    <img src={product.image} alt="" className="aspect-4/3 w-full border-b border-line object-cover" />
    <div className="flex flex-1 flex-col gap-3 p-4">
      <div>
        <p className="font-mono text-2xs text-subtle">{product.sku}</p>
        <h2 className="text-base">
          <a href="#product" className="stretched">
            {product.name}
          </a>
        </h2>
      </div>
      <div className="mt-auto flex items-end justify-between gap-2">
        <UnitPrice micro={product.micro} currency="USD" className="text-md font-semibold" />
        <StatusBadge {...product.stock} />
      </div>
      <div className="raise flex gap-2">
        <QuantityStepper size="sm" label={`Quantity of ${product.name}`} />
        <Button size="sm" className="flex-1">
          Add
        </Button>
      </div>
    </div>
  </li>
)
