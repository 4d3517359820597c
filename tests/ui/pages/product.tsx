import { ShoppingCart } from 'lucide-react'
import { Badge, StatusBadge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Combobox } from '@/components/ui/combobox'
import { DataList } from '@/components/ui/data-list'
import { Field } from '@/components/ui/field'
import { Gallery } from '@/components/ui/gallery'
import { UnitPrice } from '@/components/ui/money'
import { PageHeader } from '@/components/ui/page-header'
import { PriceBreaks } from '@/components/ui/price-breaks'
import { QuantityStepper } from '@/components/ui/quantity-stepper'
import { SelectMenu } from '@/components/ui/select-menu'
import { Frame } from './frame'
import { IMAGES, PRODUCTS } from './sample'

export const path = '/dealer/alpine/catalog/mountain-100'

const SIZES = [
  { value: '38', label: '38', hint: 'Rider 1.52–1.60 m' },
  { value: '42', label: '42', hint: 'Rider 1.60–1.70 m' },
  { value: '44', label: '44', hint: 'Rider 1.68–1.78 m' },
]

const BREAKS = [
  { minQuantity: 1, unitPriceMicro: 2_039_994_000 },
  { minQuantity: 5, unitPriceMicro: 1_937_994_300 },
  { minQuantity: 20, unitPriceMicro: 1_835_994_600 },
]

const findProducts = async (words: string) =>
  PRODUCTS.filter(({ name }) => name.toLowerCase().includes(words.toLowerCase())).map(({ sku, name, image }) => ({
    value: sku,
    label: name,
    hint: sku,
    icon: <img src={image} alt="" className="size-9 flex-none rounded-sm border border-line object-cover" />,
  }))

/** A product and what it costs. */
export function Page() {
  return (
    <Frame>
      <PageHeader
        crumbs={[
          { label: 'Catalog', href: '#' },
          { label: 'Mountain bikes', href: '#' },
          { label: 'Mountain-100 Silver' },
        ]}
        title="Mountain-100 Silver"
        badge={<Badge tone="info">New</Badge>}
      />
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-8">
          <Gallery images={IMAGES} label="Pictures of Mountain-100 Silver" />
          <Card title="Often ordered with it">
            <Field label="Add another product">
              {(wiring) => (
                <Combobox
                  {...wiring}
                  load={findProducts}
                  onSelect={() => undefined}
                  placeholder="Name or SKU"
                  clearOnSelect
                />
              )}
            </Field>
          </Card>
          <Card title="Details">
            <DataList
              items={[
                { term: 'SKU', value: <span className="font-mono">BK-M82S-42</span> },
                { term: 'Barcode', value: '0885370928563' },
                { term: 'Weight', value: '9.5 kg' },
                { term: 'Pack', value: '1 piece' },
                { term: 'Country of origin', value: '' },
              ]}
            />
          </Card>
        </div>
        <Card className="lg:sticky lg:top-20">
          <div className="grid gap-5">
            <div>
              <UnitPrice micro={2_039_994_000} currency="USD" per="piece" className="text-xl font-semibold" />
              <p className="text-sm text-muted">Your contract price until 31 December</p>
            </div>
            <StatusBadge tone="success" label="38 in stock, ships today" />
            <Field label="Frame size">{(wiring) => <SelectMenu {...wiring} options={SIZES} defaultValue="42" />}</Field>
            <PriceBreaks breaks={BREAKS} currency="USD" unit="piece" quantity={6} />
            <div className="flex gap-3">
              <QuantityStepper label="Quantity" defaultValue={6} min={1} />
              <Button variant="primary" className="flex-1" icon={<ShoppingCart aria-hidden />}>
                Add to cart
              </Button>
            </div>
          </div>
        </Card>
      </div>
    </Frame>
  )
}
