import { coreEvents } from '@/domain/core/events'
import { coreNotifications } from '@/domain/core/notifications'
import { announcing } from '@/domain/core/operations/announce'
import { createNotification } from '@/domain/core/operations/create-notification'
import { beginDelivery, finishDelivery, resendMail } from '@/domain/core/operations/deliver-mail'
import { forgetKeys, sealAudit } from '@/domain/core/operations/keep-house'
import { dismissNotification, markRead, readAll } from '@/domain/core/operations/read-notifications'
import { requestingExport } from '@/domain/core/operations/request-export'
import { advanceExport, beginExport, failExport, finishExport } from '@/domain/core/operations/run-export'
import { mayRetrySchedules, retryJobOf, retryScheduleOf } from '@/domain/core/operations/retry-job'
import { settingPreferences } from '@/domain/core/operations/set-preferences'
import { resettingSetting, settingOne } from '@/domain/core/operations/set-setting'
import { writeDeviceConfirmation, writeInvitation, writePasswordReset } from '@/domain/core/operations/write-token-mails'
import { beginBatch, finishBatch, recordBatchItem, requestingBatch } from '@/domain/core/operations/run-batch'
import { finishUndo, preparingImports, recordUndone, requestUndo } from '@/domain/core/operations/prepare-import'
import { beginImport, claimImportRows, finishImport, recordImportRows, startImport } from '@/domain/core/operations/track-import'
import { anchorAudit } from '@/domain/core/operations/anchor-audit'
import { pruneAudit } from '@/domain/core/operations/prune-audit'
import { requestAuditExport } from '@/domain/core/operations/request-audit-export'
import { noticeAct, noticeFailedSignIn, noticeLock, noticeSignIn } from '@/domain/core/security/notice'
import { securityEventMachine } from '@/domain/core/security/status'
import { acknowledgeSecurityEvent, resolveSecurityEvent } from '@/domain/core/security/triage'
import { forgetSignals, watchSignals } from '@/domain/core/security/watch'
import { coreSettings } from '@/domain/core/settings'
import { corePermissions } from '@/domain/core/permissions'
import { defineModule, type Module } from '@/kernel/module'
import type { ExportDefinition } from '@/kernel/export'
import type { BatchDefinition } from '@/kernel/batch'
import type { ImportDefinition } from '@/kernel/import'
import type { Notification } from '@/kernel/notification'
import { adminNetworks } from '@/platform/access/admin-networks'
import { limitSettings } from '@/platform/limits/settings'

export {
  checkCustomValues,
  checkedCustom,
  CUSTOM_COLLECTIONS,
  customFieldsOf,
  type CustomField,
  type CustomValues,
} from '@/domain/core/custom-fields'
export { beginBatch, finishBatch, recordBatchItem }
export { batchPage, type BatchView } from '@/domain/core/queries/batches'
export { beginImport, claimImportRows, finishImport, finishUndo, recordImportRows, recordUndone, requestUndo, startImport }
export { importPage, importRowsOf, listImports, refusedRows, type ImportRowView, type ImportView } from '@/domain/core/queries/imports'
export { batchRequested, exportFinished, exportRequested, importRequested, importUndoRequested, mailWritten } from '@/domain/core/events'
export {
  beginDelivery,
  createNotification,
  dismissNotification,
  finishDelivery,
  forgetKeys,
  markRead,
  readAll,
  resendMail,
  sealAudit,
}
export { advanceExport, beginExport, failExport, finishExport, mayRetrySchedules, retryJobOf, retryScheduleOf, writeDeviceConfirmation, writeInvitation, writePasswordReset }
export { countExport, ExportFilter, exportHeads, exportRows } from '@/domain/core/export-query'
export { acknowledgeSecurityEvent, resolveSecurityEvent } from '@/domain/core/security/triage'
export { noticeAct, noticeFailedSignIn, noticeLock, noticeSignIn } from '@/domain/core/security/notice'
export { forgetSignals, watchSignals } from '@/domain/core/security/watch'
export { anchorAudit } from '@/domain/core/operations/anchor-audit'
export { pruneAudit }
export { countReadable, readableAudit, readableHeads } from '@/domain/core/audit/readable-file'
export { listPrunings, type PruningView } from '@/domain/core/audit/prunings'
export { requestAuditExport } from '@/domain/core/operations/request-audit-export'
export { auditFile, countAuditFile, type AuditFilter } from '@/domain/core/audit/export-file'
export { listAnchors } from '@/domain/core/queries/anchors'
export { countOpenEvents, listSecurityEvents, listThreats, securityEvent, type SecurityEventView, type ThreatView } from '@/domain/core/security/queries'
export { auditEntry, type AuditView, listAudit } from '@/domain/core/queries/audit'
export { reachedEvents, waitingWork } from '@/domain/core/queries/job-events'
export { exportPage, listExports } from '@/domain/core/queries/exports'
export { listMails, mailPage } from '@/domain/core/queries/mailbox'
export { listNotifications, preferencesOf, unreadCount } from '@/domain/core/queries/notifications'
export { settingsOf, type SettingView } from '@/domain/core/queries/settings'
export { mustBeSystem } from '@/domain/core/system-only'
export { fitting, keepValue, mayChange, reachedPlace, type SettingPlace } from '@/domain/core/setting-values'
export { timelineOf, type TimelineEntry } from '@/domain/core/queries/timeline'
export { notificationStream, securityStream } from '@/domain/core/streams'
export { writeMail, type Mail } from '@/domain/core/write-mail'

/**
 * The core module over all others: it tells people about their events and keeps their settings, so it is made from
 * their declarations.
 */
export function coreOver(others: readonly Module[], exports: readonly ExportDefinition[] = [], imports: readonly ImportDefinition[] = [], batches: readonly BatchDefinition[] = []) {
  const notifications: readonly Notification[] = [...others.flatMap((one) => one.notifications), ...coreNotifications]
  const settings = [...others.flatMap((one) => one.settings), ...coreSettings, ...limitSettings, adminNetworks]
  const announce = announcing(notifications)
  const setPreferences = settingPreferences(notifications)
  const setSetting = settingOne(settings)
  const resetSetting = resettingSetting(settings)
  const requestExport = requestingExport(exports)
  const { uploadImport, requestImport } = preparingImports(imports)
  const requestBatch = requestingBatch(batches)
  const module = defineModule({
    name: 'core',
    machines: [securityEventMachine],
    permissions: corePermissions,
    events: coreEvents,
    notifications: coreNotifications,
    sequences: [],
    settings: [...coreSettings, ...limitSettings, adminNetworks],
    operations: [
      ...[announce, createNotification, markRead, readAll, dismissNotification, setPreferences],
      ...[beginDelivery, finishDelivery, resendMail, writeDeviceConfirmation, writeInvitation, writePasswordReset],
      ...[anchorAudit, pruneAudit, requestAuditExport, watchSignals, forgetSignals, noticeSignIn, noticeFailedSignIn, noticeLock, noticeAct, acknowledgeSecurityEvent, resolveSecurityEvent],
      ...[requestExport, beginExport, advanceExport, finishExport, failExport, retryJobOf, retryScheduleOf],
      ...[setSetting, resetSetting, sealAudit, forgetKeys, startImport, recordImportRows, finishImport],
      ...[uploadImport, requestImport, beginImport, claimImportRows, requestUndo, recordUndone, finishUndo],
      ...[requestBatch, beginBatch, recordBatchItem, finishBatch],
    ],
  })
  return { module, notifications, settings, announce, setPreferences, setSetting, resetSetting, requestExport, uploadImport, requestImport, requestBatch }
}
