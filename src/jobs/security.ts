import { anchorAudit, forgetSignals, noticeAct, noticeFailedSignIn, noticeLock, noticeSignIn, pruneAudit, watchSignals } from '@/domain/core'
import { passwordChanged, passwordResetRequested } from '@/domain/identity/events'
import { sessionOpened, sessionRevoked, signInFailed, signInLocked } from '@/domain/identity/sign-in-events'
import { auditAnchored, auditExportRequested } from '@/domain/core/events'
import { writeAnchor, writeAuditExport } from '@/jobs/write-audit'
import { after, every, on, type Job } from '@/platform/queue/jobs'

/** The watch over attacks, and what leaves of the audit log. */
export const securityJobs: readonly Job[] = [
  on(sessionOpened, noticeSignIn, whereOf),
  on(signInFailed, noticeFailedSignIn, (event) => ({ ...whereOf(event), at: event.at })),
  on(signInLocked, noticeLock, whereOf),
  on(passwordChanged, noticeAct, (event) => actOf(event, 'password.change', 'success')),
  on(passwordResetRequested, noticeAct, (event) => actOf(event, 'password.reset', 'pending')),
  on(sessionRevoked, noticeAct, (event) => actOf(event, 'session.revoke', 'success')),
  every('security-watch', () => 2, watchSignals),
  every('security-forget', () => 3_600, forgetSignals),
  every('audit-anchor', () => 900, anchorAudit),
  every('audit-prune', () => 600, pruneAudit),
  after(auditExportRequested, 'audit.write-export', writeAuditExport, { attempts: 3, waitMs: 5_000 }),
  after(auditAnchored, 'audit.write-anchor', writeAnchor),
]

function actOf(event: { organization: string; actor: string | null; data: { user: string } }, operation: string, outcome: 'success' | 'pending') {
  const { user } = event.data
  return { organization: event.organization, user, actor: event.actor ?? user, operation, outcome }
}

interface CameFrom {
  organization: string
  data: { user: string; ip: string | null; agent: string | null; network: string }
}

function whereOf({ organization, data: { user, ip, agent, network } }: CameFrom) {
  return { organization, user, ip, agent, network }
}
