'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

/** How long the goods are still held; when the time is over somebody who is still here can ask for more. */
export function HoldClock({ until, onAgain }: { until: string; onAgain: () => void }) {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const tick = () => setLeft(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000)))
    tick()
    const timer = window.setInterval(tick, 1000)
    return () => window.clearInterval(timer)
  }, [until])
  if (left === 0) {
    return (
      <span className="inline-flex flex-wrap items-center gap-2">
        <span className="font-medium text-warning-text">The goods are not held any more.</span>
        <Button size="sm" onClick={onAgain}>
          Hold again
        </Button>
      </span>
    )
  }
  return (
    <span>
      Held for you for{' '}
      <span className="tabular-nums" role="timer">
        {left === null ? '–:––' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`}
      </span>
    </span>
  )
}
