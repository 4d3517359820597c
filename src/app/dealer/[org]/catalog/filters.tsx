import { SubmittingForm } from '@/components/ui/auto-submit'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choice'
import { FilterChips, FilterGroup, FilterPanel } from '@/components/ui/filter-panel'
import { Field } from '@/components/ui/field'
import { NumberInput } from '@/components/ui/input'
import { CategoryFilter, type CategoryFilterProps } from './category-filter'
import { activeCount, catalogHref, queryOf } from './wish'
import type { Query } from '../_portal/address'

export const FILTERS = 'catalog-filters'

export interface FiltersProps extends CategoryFilterProps {
  currency: string
}

/** Everything the list can be narrowed by; each change has an address. */
export function Filters(props: FiltersProps) {
  const { path, wish, facets, currency } = props
  return (
    <FilterPanel id={FILTERS} activeCount={activeCount(wish)} clearHref={catalogHref(path, wish, { category: undefined, brand: undefined, min: undefined, max: undefined, stock: undefined })}>
      <CategoryFilter {...props} />
      <SubmittingForm action={path}>
        <Kept query={queryOf(wish, { brand: undefined, stock: undefined })} />
        <FilterGroup title="Availability">
          <Checkbox name="stock" value="1" label="In stock" defaultChecked={wish.stock} />
        </FilterGroup>
        {facets.brands.length > 0 ? (
          <FilterGroup title="Brand">
            {facets.brands.slice(0, 12).map(({ id, name, count }) => (
              <Checkbox key={id} name="brand" value={id} defaultChecked={wish.brands.includes(id)} label={facets.isCapped ? name : `${name} (${count})`} />
            ))}
          </FilterGroup>
        ) : null}
      </SubmittingForm>
      <form action={path}>
        <Kept query={queryOf(wish, { min: undefined, max: undefined })} />
        <FilterGroup title={`Your price (${currency})`}>
          <div className="grid grid-cols-2 gap-2">
            <Field label="From">{(wiring) => <NumberInput {...wiring} name="min" defaultValue={wish.min} size="sm" />}</Field>
            <Field label="To">{(wiring) => <NumberInput {...wiring} name="max" defaultValue={wish.max} size="sm" />}</Field>
          </div>
          <Button type="submit" size="sm">
            Apply price
          </Button>
        </FilterGroup>
      </form>
    </FilterPanel>
  )
}

/** What is filtered by, each with its way out. */
export function ActiveFilters({ path, wish, trail, facets }: Pick<FiltersProps, 'path' | 'wish' | 'trail' | 'facets'>) {
  const without = (change: Query) => catalogHref(path, wish, change)
  const names = new Map(facets.brands.map(({ id, name }) => [id, name]))
  const price = [wish.min ? `from ${wish.min}` : '', wish.max ? `to ${wish.max}` : ''].filter(Boolean).join(' ')
  return (
    <FilterChips
      chips={[
        ...(wish.category ? [{ label: trail.at(-1)?.name ?? wish.category, removeHref: without({ category: undefined }) }] : []),
        ...wish.brands.map((brand) => ({ label: names.get(brand) ?? 'Brand', removeHref: without({ brand: wish.brands.filter((one) => one !== brand) }) })),
        ...(price ? [{ label: `Price ${price}`, removeHref: without({ min: undefined, max: undefined }) }] : []),
        ...(wish.stock ? [{ label: 'In stock', removeHref: without({ stock: undefined }) }] : []),
      ]}
    />
  )
}

/** Hidden fields of what a form does not ask itself. */
export const Kept = ({ query }: { query: Query }) =>
  Object.entries(query).flatMap(([key, value]) => (typeof value === 'string' ? [value] : (value ?? [])).map((text) => <input key={`${key} ${text}`} type="hidden" name={key} value={text} />))
