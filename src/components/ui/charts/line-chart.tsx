'use client'

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

export interface ChartSeries {
  key: string
  label: string
}

export interface LineChartProps {
  label: string
  /** One object per point: `{ at: 'Jan', revenue: 1200, orders: 8 }`. */
  data: readonly Readonly<Record<string, string | number>>[]
  series: readonly ChartSeries[]
  /** Key of the horizontal axis. */
  x: string
  /** Makes figures readable: money in a currency, else plain. */
  currency?: string | undefined
  locale?: string | undefined
  height?: number | undefined
}

/** Lines with soft areas and a tip under the pointer (Recharts). Import it through `LazyChart`, never directly. */
export function LineChart({ label, data, series, x, currency, locale = 'en', height = 240 }: LineChartProps) {
  const long = numberFormat(locale, currency, 'standard')
  const short = numberFormat(locale, currency, 'compact')
  return (
    <figure aria-label={label} className="text-xs" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={[...data]} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey={x} tickLine={false} axisLine={false} tick={AXIS} minTickGap={24} dy={6} />
          <YAxis
            tickLine={false}
            axisLine={false}
            tick={AXIS}
            width="auto"
            tickFormatter={(value: number) => short.format(value)}
          />
          <Tooltip
            cursor={{ stroke: 'var(--line-control)' }}
            contentStyle={TIP}
            formatter={(value, name) => [long.format(Number(value)), String(name)]}
            isAnimationActive={false}
          />
          {series.map(({ key, label: name }, index) => {
            const colour = `var(--chart-${(index % 5) + 1})`
            const look = { stroke: colour, fill: colour, strokeWidth: 1.75, fillOpacity: index === 0 ? 0.09 : 0 }
            return <Area key={key} dataKey={key} name={name} type="monotone" {...look} isAnimationActive={false} />
          })}
        </AreaChart>
      </ResponsiveContainer>
    </figure>
  )
}

const AXIS = { fill: 'var(--ink-subtle)', fontSize: 11 }

const TIP = {
  border: 0,
  borderRadius: 10,
  background: 'var(--raised)',
  color: 'var(--ink)',
  boxShadow: 'var(--shadow-lg)',
  fontSize: 12,
  padding: '8px 12px',
}

const numberFormat = (
  locale: string,
  currency: string | undefined,
  notation: 'standard' | 'compact',
): Intl.NumberFormat =>
  new Intl.NumberFormat(locale, {
    notation,
    ...(currency ? { style: 'currency', currency } : {}),
    maximumFractionDigits: notation === 'compact' ? 1 : 2,
  })
