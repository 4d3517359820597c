import { pictureUrl } from '@/domain/catalog/queries/product-cards'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** The first picture of each product, small, as an address; products without one and those the reader does not reach are absent. */
export async function thumbsOf(reader: Reader, products: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (products.length === 0) return new Map()
  const to = bindings([[...new Set(products)]])
  const rows = await reader.rows<{ id: string; file: string }>(
    `select distinct on (p.id) p.id, coalesce(m.sizes_thumb_filename, m.filename) as file from products p join products_images i on i._parent_id = p.id
    join media m on m.id = i.image_id where p.id = any($1::uuid[]) and ${sqlOf(reader.reach('products'), 'p', to)} order by p.id, i._order`,
    to.values,
  )
  return new Map(rows.map(({ id, file }) => [id, pictureUrl(file)]))
}
