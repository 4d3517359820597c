import type { MailMessage } from '@/kernel/mail'

/** A mail on its way (`notification-deliveries`). */
export interface DeliveryRow {
  id: string
  organization: string
  key: string
  to: string
  subject: string
  message: MailMessage
  state: 'pending' | 'sent' | 'kept' | 'failed' | 'stopped'
  person: string | null
  attempts: number
}

/** What a person was told (`notifications`). */
export interface NotificationRow {
  id: string
  user: string
  readAt: Date | null
}

/** A requested file (`exports`). */
export interface ExportRow {
  id: string
  organization: string
  tree: string
  name: string
  collection: string
  filter: Record<string, unknown> | null
  format: 'csv' | 'xlsx'
  state: 'waiting' | 'running' | 'done' | 'failed'
  totalRows: number | null
  doneRows: number
  file: string | null
  person: string
}

/** A stored switch of an organization (`settings`). */
export interface SettingRow {
  id: string
  organization: string
  branch: string | null
  key: string
  value: unknown
  revision: number
}

/** A file that is brought in (`imports`). */
export interface ImportRow {
  id: string
  organization: string
  tree: string
  source: string
  kind: string
  isDryRun: boolean
  state: 'ready' | 'waiting' | 'running' | 'done' | 'failed' | 'undoing' | 'undone'
  totalRows: number
  doneRows: number
  failedRows: number
  file: string | null
  columns: { heads: string[]; first: unknown[] } | null
  mapping: Record<string, string> | null
  options: Record<string, boolean> | null
  attempt: number
  person: string | null
}

/** One deed for many rows (`batches`). */
export interface BatchRow {
  id: string
  user: string
  acting: string
  collection: string
  verb: string
  input: Record<string, unknown> | null
  state: 'waiting' | 'running' | 'done' | 'failed'
  doneRows: number
  refusedRows: number
}
