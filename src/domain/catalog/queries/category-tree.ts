import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A category with those below it; `products` counts what is for sale in it and below. */
export interface CategoryNode {
  id: string
  name: string
  slug: string
  path: string
  products: number
  children: CategoryNode[]
}

interface Row extends Omit<CategoryNode, 'children'> {
  parent: string | null
}

/** The tree of categories the principal reaches, in the order HQ gave them. `seller` narrows it to one organization. */
export async function categoryTree(reader: Reader, asked: { seller?: string | null } = {}): Promise<CategoryNode[]> {
  const to = bindings([asked.seller ?? null])
  const rows = await reader.rows<Row>(
    `with counted as (select s.category_id as id, count(*) as n from product_search s where s.is_sellable and ${sqlOf(reader.reach('products'), 's', to)} group by 1)
     select c.id, c.name, c.slug, c.path, c.parent_id as parent,
       (select coalesce(sum(n), 0) from counted x join categories d on d.id = x.id where d.organization_id = c.organization_id and d.path like c.path || '%')::int as products
     from categories c where ($1::uuid is null or c.organization_id = $1::uuid) and ${sqlOf(reader.reach('categories'), 'c', to)}
     order by c.position, c.name, c.id`,
    to.values,
  )
  const nodes = new Map(rows.map(({ parent: _parent, ...row }) => [row.id, { ...row, children: [] as CategoryNode[] }]))
  for (const { id, parent } of rows) {
    const [node, above] = [nodes.get(id), nodes.get(parent ?? '')]
    if (node && above) above.children.push(node)
  }
  return rows.filter((row) => !row.parent || !nodes.has(row.parent)).flatMap((row) => nodes.get(row.id) ?? [])
}
