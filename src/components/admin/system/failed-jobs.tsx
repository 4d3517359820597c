'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'
import { formatDate } from '@/components/ui/format'
import { newKey, send } from '@/components/admin/act/send'

export interface FailedJob {
  queue: string
  id: string
  name: string
  attempts: number
  reason: string
  failedAt: string | null
  /** Of a schedule: what it does. */
  summary: string | null
  /** Null for schedules, which work for the whole installation. */
  event: { name: string; organizationName: string } | null
}

interface FailedJobsProps {
  jobs: readonly FailedJob[]
  mayRetry: boolean
  reads: { locale: string; zone: string }
  onRetried: () => Promise<void>
}

/** Jobs that were tried as often as allowed, with the reason of the last time, and a way to try again. */
export function FailedJobs({ jobs, mayRetry, reads, onRetried }: FailedJobsProps) {
  const [busy, setBusy] = useState<string | null>(null)
  const retry = async ({ queue, id }: FailedJob) => {
    setBusy(id)
    const answer = await send(`/jobs/${queue}/${encodeURIComponent(id)}/retry`, { body: {}, key: newKey() })
    setBusy(null)
    if (!answer.ok) toast.error(answer.message)
    else toast.success('It is tried again')
    await onRetried()
  }
  return (
    <section className="tf-card" aria-label="Failed jobs">
      <div className="tf-card-head">
        <h2>Failed jobs</h2>
      </div>
      {jobs.length === 0 ? (
        <div className="tf-empty">
          <strong>Nothing failed</strong>
          Jobs that fail several times in a row appear here.
        </div>
      ) : (
        <div className="tf-scroll">
          <table className="tf-table" data-narrow="cards">
            <thead>
              <tr>
                <th>Job</th>
                <th>For</th>
                <th>Why</th>
                <th>When</th>
                <th data-align="number">{mayRetry ? 'Try again' : 'Tries'}</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <tr key={job.id}>
                  <td>
                    {job.summary ?? job.name}
                    <small>{job.event?.name ?? 'by the clock'}</small>
                  </td>
                  <td data-label="For">{job.event?.organizationName ?? 'Everybody'}</td>
                  <td data-label="Why">{job.reason}</td>
                  <td data-label="When">{job.failedAt ? formatDate(job.failedAt, 'datetime', reads) : ''}</td>
                  <td data-align="number" data-label="Tries">
                    {mayRetry ? (
                      <button type="button" className="tf-button" disabled={busy === job.id} onClick={() => void retry(job)}>
                        Retry
                      </button>
                    ) : (
                      job.attempts
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
