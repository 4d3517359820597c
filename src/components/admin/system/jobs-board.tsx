'use client'

import { useCallback, useEffect, useState } from 'react'
import { formatDate, formatRelative } from '@/components/ui/format'
import { send } from '@/components/admin/act/send'
import { FailedJobs, type FailedJob } from '@/components/admin/system/failed-jobs'

interface Overview {
  events: { waiting: number; since: string | null }
  mails: Readonly<Record<string, number>>
  failed: number
  schedules: readonly { name: string; everySeconds: number | null; nightlyAt: string | null; summary: string }[]
}

interface Board {
  overview: Overview
  failed: readonly FailedJob[]
  at: Date
}

const LOOK_MS = 10_000

/** The queues, looked at every few seconds while the page is open. */
export function JobsBoard({ mayRetry, reads }: { mayRetry: boolean; reads: { locale: string; zone: string } }) {
  const { board, problem, look } = useBoard()
  if (problem) return <div className="tf-note" data-tone="danger" role="alert">{problem}</div>
  if (!board) return <p className="tf-muted" role="status">Looking at the queues…</p>
  const { overview, failed, at } = board
  return (
    <>
      <Figures overview={overview} at={at} locale={reads.locale} />
      <FailedJobs jobs={failed} mayRetry={mayRetry} reads={reads} onRetried={look} />
      <section className="tf-card" aria-label="Clock">
        <div className="tf-card-head">
          <h2>By the clock</h2>
          <p>looked at {formatDate(at, 'time', reads)}</p>
        </div>
        <ul className="tf-rows">
          {overview.schedules.map(({ name, everySeconds, nightlyAt, summary }) => (
            <li key={name}>
              <span>{summary}</span>
              <span className="tf-muted">{nightlyAt ? `each night at ${nightlyAt} UTC` : `every ${spoken(everySeconds ?? 0)}`}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function useBoard() {
  const [board, setBoard] = useState<Board | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = useCallback(async () => {
    const [overview, failed] = await Promise.all([send<Overview>('/jobs', { method: 'GET' }), send<FailedJob[]>('/jobs/failed', { method: 'GET' })])
    if (!overview.ok) return setProblem(overview.message)
    if (!failed.ok) return setProblem(failed.message)
    setProblem(null)
    setBoard({ overview: overview.data, failed: failed.data, at: new Date() })
  }, [])
  useEffect(() => {
    const first = setTimeout(() => void look(), 0)
    const timer = setInterval(() => void look(), LOOK_MS)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [look])
  return { board, problem, look }
}

function Figures({ overview: { events, mails, failed }, at, locale }: { overview: Overview; at: Date; locale: string }) {
  const mail = (state: string) => mails[state] ?? 0
  return (
    <div className="tf-stats" role="status">
      <Figure label="Events waiting" value={events.waiting} note={events.since ? `since ${formatRelative(events.since, at, locale)}` : 'nothing waits'} />
      <Figure label="Failed jobs" value={failed} note={failed > 0 ? 'look below' : 'all is well'} tone={failed > 0 ? 'danger' : undefined} />
      <Figure label="Mails waiting" value={mail('pending')} note={`${mail('sent')} sent`} />
      <Figure label="Mails failed" value={mail('failed')} note={`${mail('kept')} kept in the mailbox`} tone={mail('failed') > 0 ? 'danger' : undefined} />
    </div>
  )
}

function Figure({ label, value, note, tone }: { label: string; value: number; note: string; tone?: string | undefined }) {
  return (
    <div className="tf-stat" data-tone={tone}>
      <span>{label}</span>
      <strong>{value}</strong>
      <span>{note}</span>
    </div>
  )
}

function spoken(seconds: number): string {
  if (seconds % 3600 === 0) return seconds === 3600 ? 'hour' : `${seconds / 3600} hours`
  if (seconds % 60 === 0) return seconds === 60 ? 'minute' : `${seconds / 60} minutes`
  return seconds === 1 ? 'second' : `${seconds} seconds`
}
