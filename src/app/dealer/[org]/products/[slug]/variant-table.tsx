import { StockBadge } from '@/components/portal/catalog/stock'
import { Card } from '@/components/ui/card'
import { UnitPrice } from '@/components/ui/money'
import { Table, type Column } from '@/components/ui/table'
import type { PageVariant, ProductPage } from '@/domain/catalog'

export interface VariantTableProps {
  product: ProductPage
  path: string
  locale: string
  current: string | undefined
}

/** All variants side by side: what each is, costs and whether it is there. */
export function VariantTable({ product, path, locale, current }: VariantTableProps) {
  const columns: Column<PageVariant>[] = [
    { key: 'sku', header: 'SKU', lead: true, cell: (row) => <span className={row.id === current ? 'font-semibold' : ''}>{row.sku}</span> },
    { key: 'name', header: 'Variant', cell: (row) => Object.values(row.options).join(' · ') || row.name },
    { key: 'stock', header: 'Stock', cell: (row) => <StockBadge {...row} locale={locale} exact /> },
    { key: 'price', header: 'Your price', align: 'number', cell: (row) => (row.unitPriceMicro === null ? 'None yet' : <UnitPrice micro={row.unitPriceMicro} currency={product.currency} per={row.unit} locale={locale} />) },
  ]
  return (
    <Card title="All variants" flush>
      <Table caption={`Variants of ${product.name}`} columns={columns} rows={product.variants} rowKey={(row) => row.id} rowHref={(row) => `${path}?sku=${encodeURIComponent(row.sku)}`} compact />
    </Card>
  )
}
