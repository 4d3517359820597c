import { z } from 'zod'
import { securityAlerted } from '@/domain/core/security/events'
import { defineEvent } from '@/kernel/event'

export const mailWritten = defineEvent({
  name: 'mail.written',
  description: 'A mail was written and waits to be sent.',
  schema: z.object({ delivery: z.string() }),
})

export const exportRequested = defineEvent({
  name: 'export.requested',
  description: 'Somebody asked for an export of a list.',
  schema: z.object({ export: z.string(), name: z.string() }),
})

export const exportFinished = defineEvent({
  name: 'export.finished',
  description: 'The file of an export is ready.',
  schema: z.object({ export: z.string(), name: z.string(), rows: z.number(), file: z.string() }),
})

export const auditExportRequested = defineEvent({
  name: 'audit.export-requested',
  description: 'Somebody asked for a file of the audit log with its seals.',
  schema: z.object({ export: z.string(), name: z.string() }),
})

export const auditAnchored = defineEvent({
  name: 'audit.anchored',
  description: 'The last hash of the audit log was signed; it goes outside of the database.',
  schema: z.object({ day: z.string() }),
})

export const settingChanged = defineEvent({
  name: 'setting.changed',
  description: 'An organization changed one of its settings.',
  schema: z.object({ key: z.string() }),
})

export const importRequested = defineEvent({
  name: 'import.requested',
  description: 'Somebody asked for an import of a file, dry or for good.',
  schema: z.object({ import: z.string(), attempt: z.number() }),
})

export const importUndoRequested = defineEvent({
  name: 'import.undo-requested',
  description: 'Somebody asked to take an import back.',
  schema: z.object({ import: z.string(), attempt: z.number() }),
})

export const importFinished = defineEvent({
  name: 'import.finished',
  description: 'An import came to its end.',
  schema: z.object({ import: z.string(), source: z.string(), rows: z.number(), failed: z.number(), state: z.string() }),
})

export const batchRequested = defineEvent({
  name: 'batch.requested',
  description: 'Somebody asked for one deed on many rows.',
  schema: z.object({ batch: z.string() }),
})

export const coreEvents = [securityAlerted, auditExportRequested, auditAnchored, mailWritten, exportRequested, exportFinished, settingChanged, importRequested, importUndoRequested, importFinished, batchRequested]
