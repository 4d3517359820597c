import { cn } from '@/components/ui/cn'

export interface SparklineProps {
  values: readonly number[]
  /** What it shows: "Orders per week, last 12 weeks". */
  label: string
  className?: string | undefined
}

const WIDTH = 120
const HEIGHT = 32
const INSET = 2

/** A small line without axes, drawn on the server. */
export function Sparkline({ values, label, className }: SparklineProps) {
  if (values.length < 2) return null
  const points = pointsOf(values)
  const [lastX, lastY] = points[points.length - 1] ?? [0, 0]
  const line = points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join(' L')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className={cn('h-8 w-full overflow-visible', className)}
    >
      <path
        d={`M${line} L${lastX.toFixed(1)} ${HEIGHT} L${INSET} ${HEIGHT} Z`}
        fill="var(--brand-text)"
        fillOpacity="0.09"
      />
      <path
        d={`M${line}`}
        fill="none"
        stroke="var(--brand-text)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M${lastX} ${lastY} h0`}
        stroke="var(--brand-text)"
        strokeWidth="5"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  )
}

function pointsOf(values: readonly number[]): (readonly [number, number])[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const span = high - low || 1
  const step = (WIDTH - 2 * INSET) / (values.length - 1)
  return values.map(
    (value, index) =>
      [INSET + index * step, HEIGHT - INSET - ((value - low) / span) * (HEIGHT - 2 * INSET - 4)] as const,
  )
}
