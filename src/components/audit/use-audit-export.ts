'use client'

import { useState } from 'react'

/** How far a file of the audit log is. */
export interface AuditExportState {
  id: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  doneRows: number | null
  error?: string | null
}

export type AuditForm = 'sealed' | 'readable'

/** The two files of the log, as one picks them. */
export const AUDIT_FORMS: readonly { value: AuditForm; label: string; help: string }[] = [
  { value: 'sealed', label: 'To prove it: with seals', help: 'The file proves itself: npm run audit:verify names the first entry that was altered, removed or cut off. Personal values in it stay sealed.' },
  { value: 'readable', label: 'To read it: a table (CSV)', help: 'Names, times of your zone, and what each field was before and after. It proves nothing.' },
]

/** What was picked; the sealed file when nothing fits. */
export function formOf(value: unknown): AuditForm {
  return value === 'readable' ? 'readable' : 'sealed'
}

interface Asked {
  of?: string | undefined
  from?: string | undefined
  to?: string | undefined
  form: AuditForm
}

const LOOK_MS = 1_000

/** Asks for a file of the audit log and follows it until it can be downloaded. */
export function useAuditExport(organization: string) {
  const [run, setRun] = useState<AuditExportState | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const look = async (id: string): Promise<void> => {
    const answer = await ask<AuditExportState>(`/exports/${id}`, organization)
    if (typeof answer === 'string') return setProblem(answer)
    setRun(answer)
    setProblem(answer.error ?? null)
    if (answer.state === 'waiting' || answer.state === 'running') setTimeout(() => void look(id), LOOK_MS)
  }
  const begin = async (wish: Asked): Promise<void> => {
    setProblem(null)
    const answer = await ask<{ id: string }>('/audit/exports', organization, wish)
    if (typeof answer === 'string') return setProblem(answer)
    await look(answer.id)
  }
  return { run: run?.state === 'failed' ? null : run, problem, begin }
}

async function ask<T>(path: string, organization: string, body?: object): Promise<T | string> {
  try {
    const headers = { 'Content-Type': 'application/json', 'X-Organization': organization, ...(body ? { 'Idempotency-Key': crypto.randomUUID() } : {}) }
    const response = await fetch(`/api/v1${path}`, { headers, ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}) })
    const envelope = (await response.json()) as { success: boolean; data: T; error?: { message: string } }
    return envelope.success ? envelope.data : (envelope.error?.message ?? 'That did not work.')
  } catch {
    return 'The server could not be reached; try again.'
  }
}
