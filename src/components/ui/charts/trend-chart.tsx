import { cn } from '@/components/ui/cn'
import { niceTop } from '@/components/ui/charts/scale'
import { Figures, type Series, type SeriesRow } from '@/components/ui/charts/figures'

export interface TrendChartProps {
  label: string
  /** One row per point, oldest first. */
  rows: readonly SeriesRow[]
  /** One to four lines, in the order of `values`; the first has the soft area. */
  series: readonly Series[]
  /** How a value reads in tips: "$1,240.00". */
  format?: ((value: number) => string) | undefined
  /** How it reads on the axis: "$1.2K". */
  formatAxis?: ((value: number) => string) | undefined
  className?: string | undefined
}

const compact = new Intl.NumberFormat('en', { notation: 'compact' })
const plain = (value: number): string => value.toLocaleString('en')

/** Lines over time with a tip under the pointer, drawn on the server with no script at all. */
export function TrendChart({ label, rows, series, format = plain, formatAxis, className }: TrendChartProps) {
  if (rows.length < 2) return null
  const top = niceTop(Math.max(0, ...rows.flatMap(({ values }) => values)))
  const axis = formatAxis ?? ((value: number) => compact.format(value))
  return (
    <figure aria-label={label} className={cn('trend', className)}>
      <div aria-hidden className="trend-axis">
        {[1, 0.75, 0.5, 0.25, 0].map((share) => (
          <span key={share}>{axis(top * share)}</span>
        ))}
      </div>
      <div aria-hidden className="trend-plot">
        <svg viewBox="0 0 100 100" preserveAspectRatio="none">
          {series.map((_, index) => (
            <Line key={index} points={rows.map(({ values }) => values[index] ?? 0)} top={top} index={index} />
          ))}
        </svg>
        {rows.map((row, at) => (
          <Column key={row.label} {...{ row, at, series, top, format }} count={rows.length} />
        ))}
      </div>
      <div aria-hidden className="trend-labels">
        {rows.map((row) => (
          <span key={row.label}>{row.label}</span>
        ))}
      </div>
      {series.length > 1 ? <Legend series={series} /> : null}
      <Figures label={label} rows={rows} series={series} format={format} />
    </figure>
  )
}

const colour = (index: number): string => `var(--chart-${index + 1})`

function Line({ points, top, index }: { points: readonly number[]; top: number; index: number }) {
  const width = 100 / points.length
  const path = points
    .map((value, at) => `${(width * (at + 0.5)).toFixed(2)} ${(100 - (100 * value) / top).toFixed(2)}`)
    .join(' L')
  const edge = (width / 2).toFixed(2)
  return (
    <>
      {index === 0 ? (
        <path d={`M${path} L${100 - Number(edge)} 100 L${edge} 100 Z`} fill={colour(0)} fillOpacity="0.1" />
      ) : null}
      <path
        d={`M${path}`}
        fill="none"
        stroke={colour(index)}
        strokeWidth="1.75"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </>
  )
}

interface ColumnProps extends Pick<TrendChartProps, 'series'> {
  row: SeriesRow
  at: number
  count: number
  top: number
  format: (value: number) => string
}

const Column = ({ row, at, count, series, top, format }: ColumnProps) => (
  <span className="trend-column" style={{ left: `${(100 * at) / count}%`, width: `${100 / count}%` }}>
    {series.map(({ label }, index) => (
      <i key={label} style={{ bottom: `${(100 * (row.values[index] ?? 0)) / top}%`, background: colour(index) }} />
    ))}
    <span className={cn('trend-tip', at > count / 2 && 'trend-tip-left')}>
      <b>{row.label}</b>
      {series.map(({ label }, index) => (
        <span key={label}>
          {label} <b>{format(row.values[index] ?? 0)}</b>
        </span>
      ))}
    </span>
  </span>
)

const Legend = ({ series }: Pick<TrendChartProps, 'series'>) => (
  <figcaption aria-hidden className="trend-legend">
    {series.map(({ label }, index) => (
      <span key={label}>
        <i style={{ background: colour(index) }} />
        {label}
      </span>
    ))}
  </figcaption>
)
