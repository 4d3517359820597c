import { CircleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'

export interface EmptyStateProps {
  icon: LucideIcon
  title: string
  /** One sentence: why it is empty and what fills it. */
  children: ReactNode
  action?: ReactNode
  level?: 1 | 2 | 3 | undefined
  className?: string | undefined
}

/** What a list says when it has nothing to list. */
export function EmptyState({ icon: Icon, title, children, action, level = 2, className }: EmptyStateProps) {
  const Heading = `h${level}` as const
  return (
    <div className={cn('empty', className)}>
      <span className="empty-icon">
        <Icon aria-hidden />
      </span>
      <Heading className={level === 1 ? 'text-xl' : 'text-md'}>{title}</Heading>
      <p className="max-w-[42ch] text-muted">{children}</p>
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}

/** What stands in the place of something that could not be shown: what failed and what to do, with the request's id. */
export function ErrorState({
  title = 'This could not be loaded',
  children,
  action,
  requestId,
}: {
  title?: string | undefined
  children: ReactNode
  action?: ReactNode
  requestId?: string | undefined
}) {
  return (
    <div role="alert" data-tone="danger" className="rounded-lg border border-line bg-surface">
      <EmptyState icon={CircleAlert} title={title} action={action}>
        {children}
        {requestId ? <span className="mt-1 block font-mono text-xs text-subtle">Request {requestId}</span> : null}
      </EmptyState>
    </div>
  )
}
