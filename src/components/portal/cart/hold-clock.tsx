'use client'

import { useEffect, useState } from 'react'

/** How long the goods are still held, minute by minute and second by second at the end; then what it means. */
export function HoldClock({ until, onEnd }: { until: string; onEnd?: () => void }) {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000)))
    tick()
    const timer = window.setInterval(tick, 1000)
    return () => window.clearInterval(timer)
  }, [until])
  const isOver = left === 0
  useEffect(() => {
    if (isOver) onEnd?.()
  }, [isOver, onEnd])
  if (isOver) return <span className="font-medium text-warning-text">The hold has ended.</span>
  return (
    <span className="tabular-nums" role="timer">
      {left === null ? '–:––' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`}
    </span>
  )
}
