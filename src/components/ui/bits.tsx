import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { Tone } from '@/components/ui/tone'

/** A key on the keyboard. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd className="kbd">{children}</kbd>

/** A turning ring for waits under a second or two; say what is awaited. */
export const Spinner = ({ label = 'Loading' }: { label?: string }) => (
  <span role="status" className="inline-flex">
    <span className="spinner" aria-hidden />
    <span className="sr-only">{label}</span>
  </span>
)

export interface ProgressProps {
  label: string
  /** 0 to 100; absent while the end is not known. */
  value?: number | undefined
  tone?: Tone | undefined
  /** Right of the label: "1,240 of 3,000 rows". */
  detail?: ReactNode
  /** Keeps the words for screen readers only. */
  bare?: boolean | undefined
}

/** How far a job or a quota has come. */
export function Progress({ label, value, tone, detail, bare }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(Math.min(100, Math.max(0, value)))
  return (
    <div className="grid gap-1.5">
      <div className={cn('flex justify-between gap-4 text-sm', bare && 'sr-only')}>
        <span>{label}</span>
        <span className="text-muted tabular-nums">{detail ?? (percent === undefined ? null : `${percent} %`)}</span>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        data-tone={tone}
      >
        <div style={percent === undefined ? undefined : { width: `${percent}%` }} />
      </div>
    </div>
  )
}
