import { cn } from '@/components/ui/cn'
import { niceTop, spoken, type Point } from '@/components/ui/charts/scale'

export interface BarChartProps {
  label: string
  points: readonly Point[]
  /** How a value reads; default: the plain number. */
  format?: ((value: number) => string) | undefined
  /** This bar is in colour, the others in grey; all in colour if absent. */
  highlight?: number | undefined
  className?: string | undefined
}

const plain = (value: number): string => value.toLocaleString('en')

/** Columns over a quiet grid, drawn on the server with no script; each has its figure as native tip. */
export function BarChart({ label, points, format = plain, highlight, className }: BarChartProps) {
  const top = niceTop(Math.max(0, ...points.map(({ value }) => value)))
  return (
    <figure className={cn('grid gap-2', className)}>
      <div
        role="img"
        aria-label={`${label}: ${spoken(points, format)}`}
        className="grid grid-cols-[auto_1fr] gap-x-3 text-2xs text-subtle tabular-nums"
      >
        <div className="flex h-44 flex-col justify-between text-right leading-none">
          {[top, top / 2, 0].map((value) => (
            <span key={value}>{format(value)}</span>
          ))}
        </div>
        <div className="relative flex h-44 items-end gap-[clamp(2px,1.2%,10px)]">
          {['top-0', 'top-1/2', 'bottom-0'].map((line) => (
            <span key={line} className={cn('absolute inset-x-0 border-t border-line', line)} />
          ))}
          {points.map((point, index) => (
            <span
              key={point.label}
              title={`${point.label}: ${format(point.value)}`}
              className={cn(
                'relative min-h-px flex-1 rounded-t-[4px]',
                isColoured(index, highlight) ? 'bg-brand-text' : 'bg-line-strong',
              )}
              style={{ height: `${(100 * point.value) / top}%` }}
            />
          ))}
        </div>
        <span />
        <div className="flex gap-[clamp(2px,1.2%,10px)] pt-2">
          {points.map((point, index) => (
            <span
              key={point.label}
              className={cn('min-w-0 flex-1 truncate text-center', index === highlight && 'font-semibold text-ink')}
            >
              {point.label}
            </span>
          ))}
        </div>
      </div>
      <figcaption className="sr-only">{label}</figcaption>
    </figure>
  )
}

const isColoured = (index: number, highlight: number | undefined): boolean =>
  highlight === undefined || index === highlight
