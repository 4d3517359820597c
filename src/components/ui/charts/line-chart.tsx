'use client'

import { Area, AreaChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Series, SeriesRow } from '@/components/ui/charts/figures'
import { figureFormat } from '@/components/ui/charts/scale'

export interface LineChartProps {
  label: string
  rows: readonly SeriesRow[]
  series: readonly Series[]
  /** Makes figures readable: money in a currency, else plain. */
  currency?: string | undefined
  locale?: string | undefined
  height?: number | undefined
}

/** Lines with soft areas and a tip under the pointer (Recharts). Import it through `LazyChart`, never directly. */
export function LineChart({ label, rows, series, currency, locale, height = 240 }: LineChartProps) {
  const long = figureFormat(locale, currency, 'standard')
  const short = figureFormat(locale, currency, 'compact')
  return (
    <figure aria-label={label} className="text-xs" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart data={[...rows]} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="label" tickLine={false} axisLine={false} tick={AXIS} minTickGap={24} dy={6} />
          <YAxis tickLine={false} axisLine={false} tick={AXIS} width="auto" tickFormatter={short} />
          <Tooltip
            cursor={{ stroke: 'var(--line-control)' }}
            contentStyle={TIP}
            formatter={(value, name) => [long(Number(value)), String(name)]}
            isAnimationActive={false}
          />
          {series.map(({ label: name }, index) => {
            const colour = `var(--chart-${(index % 5) + 1})`
            const look = { stroke: colour, fill: colour, strokeWidth: 1.75, fillOpacity: index === 0 ? 0.09 : 0 }
            return (
              <Area
                key={name}
                dataKey={(row: SeriesRow) => row.values[index] ?? 0}
                name={name}
                type="monotone"
                {...look}
                isAnimationActive={false}
              />
            )
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
