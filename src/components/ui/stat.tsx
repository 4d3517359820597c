import { ArrowDownRight, ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Tone } from '@/components/ui/tone'

export interface StatProps {
  label: string
  value: ReactNode
  /** A line under the figure: "across 3 branches". */
  hint?: ReactNode
  /** Movement against before; the tone says whether it is welcome, the arrow which way it goes. */
  change?: { text: string; direction: 'up' | 'down'; tone: Tone } | undefined
  /** A `Sparkline` or another small drawing. */
  chart?: ReactNode
  href?: string | undefined
}

/** One figure. Several of them stand in a `StatGrid`. */
export function Stat({ label, value, hint, change, chart, href }: StatProps) {
  return (
    <div className="stat relative">
      <p className="text-sm text-muted">
        {href ? (
          <Link href={href} className="stretched hover:text-ink">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="stat-value">{value}</p>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
        {change ? <Change {...change} /> : null}
        {hint ? <span>{hint}</span> : null}
      </div>
      {chart ? <div className="mt-2">{chart}</div> : null}
    </div>
  )
}

/** Tiles in one frame with hairlines between them. */
export const StatGrid = ({ children }: { children: ReactNode }) => <div className="stat-grid">{children}</div>

function Change({ text, direction, tone }: { text: string; direction: 'up' | 'down'; tone: Tone }) {
  const Arrow = direction === 'up' ? ArrowUpRight : ArrowDownRight
  return (
    <span data-tone={tone} className="inline-flex items-center gap-0.5 font-medium text-(--tone-text) tabular-nums">
      <Arrow aria-hidden className="size-3.5" />
      <span className="sr-only">{direction === 'up' ? 'up' : 'down'} </span>
      {text}
    </span>
  )
}
