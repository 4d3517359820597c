import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs'
import { cn } from '@/components/ui/cn'

export interface PageHeaderProps {
  title: ReactNode
  description?: ReactNode
  crumbs?: readonly Crumb[] | undefined
  /** Beside the title: the status badge of a document. */
  badge?: ReactNode
  actions?: ReactNode
  /** Under the line: tabs. */
  tabs?: ReactNode
  className?: string | undefined
}

/** The top of a page: its only h1, what it is about and what one can do. */
export function PageHeader({ title, description, crumbs, badge, actions, tabs, className }: PageHeaderProps) {
  return (
    <header className={cn('mb-6 grid gap-3', className)}>
      {crumbs ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h1 className="text-xl tracking-[-0.02em] [overflow-wrap:anywhere]">{title}</h1>
            {badge}
          </div>
          {description ? <p className="max-w-[70ch] text-muted">{description}</p> : null}
        </div>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {tabs}
    </header>
  )
}
