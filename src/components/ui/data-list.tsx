import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export interface DataListItem {
  term: ReactNode
  value: ReactNode
}

export interface DataListProps {
  items: readonly DataListItem[]
  /** `grid` for the facts of a document, `rows` for totals and narrow columns. */
  look?: 'grid' | 'rows' | undefined
  className?: string | undefined
}

/** Terms and values; an absent value shows a dash. */
export function DataList({ items, look = 'grid', className }: DataListProps) {
  return (
    <dl className={cn(look === 'rows' ? 'datalist-rows' : 'datalist', className)}>
      {items.map(({ term, value }, index) => (
        <div key={index}>
          <dt>{term}</dt>
          <dd>{isAbsent(value) ? <Absent /> : value}</dd>
        </div>
      ))}
    </dl>
  )
}

const isAbsent = (value: ReactNode): boolean => value === null || value === undefined || value === ''

const Absent = () => (
  <span className="text-subtle">
    <span aria-hidden>–</span>
    <span className="sr-only">none</span>
  </span>
)
