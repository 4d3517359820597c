import { defineExport, plain } from '@/kernel/export'

export const catalogExports = [
  defineExport({
    collection: 'variants',
    label: 'Products and variants',
    from: 'variants t join products p on p.id = t.product_id left join categories c on c.id = p.category_id left join brands b on b.id = p.brand_id left join units u on u.id = t.stock_unit_id',
    columns: [
      ...plain('t', { SKU: 'sku', Name: 'name' }),
      ...plain('p', { Product: 'name', 'Product status': 'status' }),
      { head: 'Category', sql: 'c.name' },
      { head: 'Brand', sql: 'b.name' },
      ...plain('t', { Barcode: 'barcode', Status: 'status' }),
      { head: 'Unit', sql: 'u.code' },
      ...plain('t', { 'Tax class': 'tax_class', 'Weight in grams': 'weight_grams', Backorder: 'backorder' }),
    ],
    filters: { status: 't.status', words: ['t.sku', 't.name', 'p.name'] },
  }),
  defineExport({
    collection: 'prices',
    label: 'Prices',
    from: 'prices t join price_lists l on l.id = t.list_id join variants v on v.id = t.variant_id',
    columns: [
      ...plain('l', { 'Price list': 'code', Kind: 'kind', Currency: 'currency' }),
      ...plain('v', { SKU: 'sku', Name: 'name' }),
      { head: 'From quantity', sql: 't.minimum_quantity' },
      { head: 'Unit price', sql: 'trim_scale(t.unit_price_micro / 1000000)' },
      ...plain('t', { From: 'from_day', To: 'to_day' }),
    ],
    filters: { status: 'l.kind', words: ['l.code', 'v.sku', 'v.name'] },
  }),
]
