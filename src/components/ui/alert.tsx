import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { Tone } from '@/components/ui/tone'

export interface AlertProps {
  tone?: Tone | undefined
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** Reads itself out when it appears; for answers to something the person just did. */
  live?: boolean | undefined
  className?: string | undefined
}

const ICONS: Record<Tone, LucideIcon> = {
  neutral: Info,
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
}

/** A message that stays in the page. */
export function Alert({ tone = 'info', title, children, actions, live, className }: AlertProps) {
  const Icon = ICONS[tone]
  return (
    <div
      data-tone={tone}
      className={cn('alert', className)}
      role={live ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon aria-hidden />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {children ? <div className="text-sm">{children}</div> : null}
      </div>
      {actions ? <div className="alert-actions">{actions}</div> : null}
    </div>
  )
}
