import Link from 'next/link'
import { FilterGroup } from '@/components/ui/filter-panel'
import type { CategoryNode, Facets } from '@/domain/catalog'
import { catalogHref, type CatalogWish } from './wish'

export interface CategoryFilterProps {
  path: string
  wish: CatalogWish
  tree: readonly CategoryNode[]
  /** The way from the top to the chosen category; empty when none is. */
  trail: readonly CategoryNode[]
  facets: Facets
}

/** The tree one level at a time: where one is, what lies below, and the way back. */
export function CategoryFilter({ path, wish, tree, trail, facets }: CategoryFilterProps) {
  const here = trail.at(-1)
  const shown = besides(tree, trail).map((node) => ({ node, count: countIn(node, facets) })).filter(({ node, count }) => count > 0 || node === here)
  const above = here?.children.length ? trail : trail.slice(0, -1)
  if (above.length + shown.length === 0) return null
  return (
    <FilterGroup title="Category">
      <ul className="grid gap-0.5 text-sm">
        {above.length > 0 ? <Item href={catalogHref(path, wish, { category: undefined })} label="All categories" /> : null}
        {above.map((node) => (
          <Item key={node.id} href={catalogHref(path, wish, { category: node.slug })} label={node.name} isHere={node === here} />
        ))}
        {shown.map(({ node, count }) => (
          <Item key={node.id} href={catalogHref(path, wish, { category: node.slug })} label={node.name} count={facets.isCapped ? undefined : count} isHere={node === here} isBelow={above.length > 0} />
        ))}
      </ul>
    </FilterGroup>
  )
}

/** What lies below where one is; at the end of the tree, what lies beside it. */
function besides(tree: readonly CategoryNode[], trail: readonly CategoryNode[]): readonly CategoryNode[] {
  const here = trail.at(-1)
  if (!here) return tree
  return here.children.length > 0 ? here.children : (trail.at(-2)?.children ?? [here])
}

function Item({ href, label, count, isHere = false, isBelow = false }: { href: string; label: string; count?: number | undefined; isHere?: boolean; isBelow?: boolean }) {
  return (
    <li>
      <Link href={href} prefetch={false} aria-current={isHere || undefined} className={`flex min-h-8 items-center justify-between gap-2 rounded-md py-1 hover:text-ink max-lg:min-h-11 ${isBelow ? 'pl-3' : ''} ${isHere ? 'font-semibold text-ink' : 'text-muted'}`}>
        <span className="min-w-0 [overflow-wrap:anywhere]">{label}</span>
        {count === undefined ? null : <span className="text-xs text-subtle tabular-nums">{count}</span>}
      </Link>
    </li>
  )
}

/** The hits in a category and everything below it. */
function countIn(node: CategoryNode, facets: Facets): number {
  const own = facets.categories.find((facet) => facet.id === node.id)?.count ?? 0
  return node.children.reduce((sum, child) => sum + countIn(child, facets), own)
}
