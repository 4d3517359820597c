import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  title?: ReactNode
  description?: ReactNode
  /** Buttons or links at the right of the title. */
  actions?: ReactNode
  footer?: ReactNode
  /** Leaves out the inner padding, for tables and lists that reach the edges. */
  flush?: boolean | undefined
  level?: 2 | 3 | undefined
}

/** A titled piece of a page. */
export function Card({
  title,
  description,
  actions,
  footer,
  flush,
  level = 2,
  className,
  children,
  ...rest
}: CardProps) {
  return (
    <section {...rest} className={cn('card', className)}>
      {title || actions ? <CardHead {...{ title, description, actions, level }} /> : null}
      {flush ? children : <div className="card-body">{children}</div>}
      {footer ? <div className="card-foot">{footer}</div> : null}
    </section>
  )
}

function CardHead({
  title,
  description,
  actions,
  level,
}: Pick<CardProps, 'title' | 'description' | 'actions' | 'level'>) {
  const Heading = level === 3 ? 'h3' : 'h2'
  return (
    <div className="card-head">
      <div className="min-w-0">
        {title ? <Heading className="text-base">{title}</Heading> : null}
        {description ? <p className="text-sm text-muted">{description}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  )
}
