import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { Tone } from '@/components/ui/tone'

export interface BadgeProps {
  children: ReactNode
  tone?: Tone | undefined
  outline?: boolean | undefined
  icon?: ReactNode
  className?: string | undefined
}

/** A small word about a thing: "New", "Back-order". */
export function Badge({ children, tone = 'neutral', outline, icon, className }: BadgeProps) {
  return (
    <span data-tone={tone} className={cn('badge', outline && 'badge-outline', className)}>
      {icon}
      {children}
    </span>
  )
}

/** The state of a document: the machine's label and tone. The dot repeats the tone, the word carries the meaning. */
export function StatusBadge({ label, tone, className }: { label: string; tone: Tone; className?: string | undefined }) {
  return (
    <span data-tone={tone} className={cn('badge badge-dot', className)}>
      {label}
    </span>
  )
}

/** A number on an icon or beside a tab; nothing at zero, `99+` above ninety-nine. */
export function CountBadge({
  count,
  label,
  className,
}: {
  count: number
  label: string
  className?: string | undefined
}) {
  if (count <= 0) return null
  return (
    <span className={cn('count', className)}>
      {count > 99 ? '99+' : count}
      <span className="sr-only"> {label}</span>
    </span>
  )
}
