'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import type { LineChartProps } from '@/components/ui/charts/line-chart'
import { Skeleton } from '@/components/ui/skeleton'

const Chart = lazy(() => import('@/components/ui/charts/line-chart').then((module) => ({ default: module.LineChart })))

const never = () => () => undefined

/** `LineChart` fetched after the page is usable; its place is kept, and the figures are in a table for screen readers at once. */
export function LazyChart(props: LineChartProps) {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const height = props.height ?? 240
  const waiting = (
    <div style={{ height }}>
      <Skeleton className="h-full" />
    </div>
  )
  return (
    <div>
      <div>
        {inBrowser ? (
          <Suspense fallback={waiting}>
            <Chart {...props} height={height} />
          </Suspense>
        ) : (
          waiting
        )}
      </div>
      <Figures {...props} />
    </div>
  )
}

const Figures = ({ label, data, series, x }: LineChartProps) => (
  <table className="sr-only">
    <caption>{label}</caption>
    <thead>
      <tr>
        <th scope="col">{x}</th>
        {series.map(({ key, label: name }) => (
          <th key={key} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {data.map((row) => (
        <tr key={String(row[x])}>
          <th scope="row">{row[x]}</th>
          {series.map(({ key }) => (
            <td key={key}>{row[key]}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)
