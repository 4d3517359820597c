'use client'

import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { Figures } from '@/components/ui/charts/figures'
import type { LineChartProps } from '@/components/ui/charts/line-chart'
import { figureFormat } from '@/components/ui/charts/scale'
import { Skeleton } from '@/components/ui/skeleton'

const Chart = lazy(() => import('@/components/ui/charts/line-chart').then((module) => ({ default: module.LineChart })))

/**
 * `LineChart` fetched when it comes near the window (Recharts is 105 KB compressed: for analysis pages; home pages take `TrendChart`).
 * Its place is kept, and the figures are in a table for screen readers at once.
 */
export function LazyChart(props: LineChartProps) {
  const ref = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!ref.current) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { rootMargin: '200px' })
    watch.observe(ref.current)
    return () => watch.disconnect()
  }, [])
  const height = props.height ?? 240
  const waiting = <Skeleton className="h-full" />
  return (
    <div ref={ref}>
      <div style={{ height }}>
        {near ? (
          <Suspense fallback={waiting}>
            <Chart {...props} height={height} />
          </Suspense>
        ) : (
          waiting
        )}
      </div>
      <Figures {...props} format={figureFormat(props.locale, props.currency, 'standard')} />
    </div>
  )
}
