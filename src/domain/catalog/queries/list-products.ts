import { prefixQuery } from '@/kernel/search-words'
import { bindings, sqlOf } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Reader } from '@/platform/reader'

export const PRODUCT_STATUSES = ['draft', 'active', 'discontinued', 'archived'] as const

/** What a list of all products narrows by. */
export interface ProductListQuery {
  q?: string | undefined
  category?: string | undefined
  status?: (typeof PRODUCT_STATUSES)[number] | undefined
  cursor?: string | undefined
  limit: number
}

/** A product as master data: `revision` goes into If-Match. */
export interface ProductRow {
  id: string
  name: string
  slug: string
  status: string
  category: { id: string; name: string; slug: string } | null
  brand: { id: string; name: string } | null
  variants: { id: string; sku: string; name: string; status: string }[]
  organization: string
  revision: number
  createdAt: Date
  updatedAt: Date
}

/** All products the principal reaches, whatever their status, by name. */
export async function listProducts(reader: Reader, query: ProductListQuery) {
  const to = bindings([query.limit + 1])
  const words = prefixQuery(query.q ?? '')
  const [value, id] = query.cursor ? readCursor(query.cursor) : []
  const where = [
    sqlOf(reader.reach('products'), 'p', to),
    ...(words ? [`s.words @@ ${to.bind(words)}::tsquery`] : []),
    ...(query.status ? [`p.status::text = ${to.bind(query.status)}`] : []),
    ...(query.category ? [inCategory(to.bind(query.category))] : []),
    ...(value !== undefined && id !== undefined ? [`(s.name_key, p.id) > (${to.bind(value)}, ${to.bind(id)}::uuid)`] : []),
  ]
  const rows = await reader.rows<ProductRow & { key: string }>(
    `select p.id, p.name, p.slug, p.status, p.organization_id as organization, p.revision::int as revision, p.created_at as "createdAt", p.updated_at as "updatedAt",
      s.name_key as key, json_build_object('id', c.id, 'name', c.name, 'slug', c.slug) as category,
      case when b.id is not null then json_build_object('id', b.id, 'name', b.name) end as brand,
      (select coalesce(json_agg(json_build_object('id', v.id, 'sku', v.sku, 'name', v.name, 'status', v.status) order by v.position, v.sku), '[]')
        from variants v where v.product_id = p.id) as variants
     from products p join product_search s on s.id = p.id left join categories c on c.id = p.category_id left join brands b on b.id = p.brand_id
     where ${where.join(' and ')} order by s.name_key, p.id limit $1`,
    to.values,
  )
  const { rows: found, ...page } = pageOf(rows, query.limit, (row) => [row.key, row.id])
  return { ...page, rows: found.map(({ key: _key, ...row }): ProductRow => row) }
}

function inCategory(category: string): string {
  return `exists (select 1 from categories t where t.organization_id = p.organization_id and (t.id::text = ${category} or t.slug = ${category}) and c.path like t.path || '%')`
}
