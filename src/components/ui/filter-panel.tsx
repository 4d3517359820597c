import { ChevronDown, SlidersHorizontal, X } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonLook } from '@/components/ui/button'
import { CountBadge } from '@/components/ui/badge'

export interface FilterPanelProps {
  /** Unique on the page; ties the phone's button to its sheet. */
  id: string
  /** The filters: fieldsets of checkboxes, selects; usually a GET form. */
  children: ReactNode
  activeCount?: number | undefined
  clearHref?: string | undefined
}

export interface FilterChip {
  label: string
  /** The page without this filter. */
  removeHref: string
}

/** Opens the sheet on phones; put it beside the search. Hidden where the panel is a column. No script needed. */
export const FilterButton = ({ id, activeCount = 0 }: { id: string; activeCount?: number | undefined }) => (
  <button type="button" popoverTarget={id} className={buttonLook({}, 'lg:hidden')}>
    <SlidersHorizontal aria-hidden />
    Filters
    <CountBadge count={activeCount} label="active" />
  </button>
)

/** A column beside the list on wide screens, a sheet from below on narrow ones: the same HTML. */
export function FilterPanel({ id, children, activeCount = 0, clearHref }: FilterPanelProps) {
  return (
    <aside id={id} popover="auto" className="sheet" aria-label="Filters">
      <div className="flex items-center justify-between gap-3 py-3 lg:pt-0">
        <h2 className="text-base">Filters</h2>
        <div className="flex items-center gap-3">
          {clearHref && activeCount > 0 ? (
            <Link href={clearHref} className="link text-sm">
              Clear all
            </Link>
          ) : null}
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label="Close filters"
            className={buttonLook({ variant: 'ghost', size: 'sm' }, 'btn-icon lg:hidden')}
          >
            <X aria-hidden />
          </button>
        </div>
      </div>
      {children}
    </aside>
  )
}

/** A titled group of filters that folds. */
export const FilterGroup = ({ title, children }: { title: string; children: ReactNode }) => (
  <details open className="group border-t border-line py-3">
    <summary className="flex list-none items-center justify-between py-0.5 text-sm font-medium [&::-webkit-details-marker]:hidden">
      {title}
      <ChevronDown aria-hidden className="size-3.5 text-subtle transition-transform group-open:rotate-180" />
    </summary>
    <div className="grid gap-2 pt-2.5">{children}</div>
  </details>
)

/** What is filtered by, each with its way out. */
export function FilterChips({ chips }: { chips: readonly FilterChip[] }) {
  if (chips.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-1.5" aria-label="Active filters">
      {chips.map(({ label, removeHref }) => (
        <li key={label}>
          <Link
            href={removeHref}
            className="badge h-7 pr-1.5 hover:text-ink"
            data-tone="neutral"
            aria-label={`Remove filter ${label}`}
          >
            {label}
            <X aria-hidden />
          </Link>
        </li>
      ))}
    </ul>
  )
}
