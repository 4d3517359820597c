import type { ReactNode } from 'react'
import { Pagination } from '@/components/ui/pagination'

export interface ListFrameProps {
  /** The table; a list without rows shows `empty` in its place. */
  children: ReactNode
  isEmpty: boolean
  empty: ReactNode
  pages: { previousHref: string | null; nextHref: string | null }
  summary?: string | undefined
}

/** A list in its card with the way to the pages beside. */
export function ListFrame({ children, isEmpty, empty, pages, summary }: ListFrameProps) {
  const hasPages = pages.previousHref !== null || pages.nextHref !== null
  return (
    <section className="card">
      {isEmpty ? empty : children}
      {hasPages ? (
        <div className="card-foot">
          <Pagination {...pages} summary={summary} />
        </div>
      ) : null}
    </section>
  )
}
