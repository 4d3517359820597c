import { batchRequested, exportRequested, importRequested, importUndoRequested, mailWritten, forgetKeys, sealAudit, writeInvitation, writePasswordReset } from '@/domain/core'
import { memberInvited, passwordResetRequested } from '@/domain/identity'
import { core } from '@/domain/registry'
import { runImport } from '@/jobs/import/run-import'
import { runBatch } from '@/jobs/run-batch'
import { undoImport } from '@/jobs/import/undo-import'
import { MAIL_RETRIES, sendWrittenMail } from '@/jobs/send-mail'
import { sweepFiles } from '@/jobs/sweep-files'
import { writeExport } from '@/jobs/write-export'
import type { EventDefinition } from '@/kernel/event'
import { after, byClock, every, on, type Job } from '@/platform/queue/jobs'

/** What the core module does after events and by the clock: telling people, sending mails, sealing the audit. */
export const coreJobs: readonly Job[] = [
  ...announced().map((event) =>
    on(event, core.announce, ({ id, name, organization, counterparty, actor, subject, data }) => ({
      id,
      name,
      organization,
      counterparty,
      actor,
      subject,
      data,
    })),
  ),
  on(memberInvited, writeInvitation, ({ id, organization, data }) => ({
    ...{ event: id, organization, name: data.name, email: data.email, organizationName: data.organizationName },
    ...{ invitedBy: data.invitedBy, sealedToken: data.sealedToken, expiresAt: data.expiresAt },
  })),
  on(passwordResetRequested, writePasswordReset, ({ id, organization, data }) => ({
    ...{ event: id, organization, user: data.user, name: data.name, email: data.email },
    ...{ sealedToken: data.sealedToken, expiresAt: data.expiresAt },
  })),
  after(mailWritten, 'mail.send', sendWrittenMail, MAIL_RETRIES),
  after(exportRequested, 'export.write', writeExport, { attempts: 3, waitMs: 5_000 }),
  after(batchRequested, 'batch.run', runBatch, { attempts: 10, waitMs: 3_000 }),
  after(importRequested, 'import.run', runImport, { attempts: 10, waitMs: 3_000 }),
  after(importUndoRequested, 'import.undo', undoImport, { attempts: 10, waitMs: 3_000 }),
  every('audit-seal', () => 5, sealAudit),
  every('idempotency-forget', () => 3_600, forgetKeys),
  byClock('files-sweep', { nightly: '03:05' }, 'Remove stored files that nothing has named for a week', sweepFiles),
]

function announced(): EventDefinition[] {
  return [...new Map(core.notifications.map((one) => [one.on.name, one.on])).values()]
}
