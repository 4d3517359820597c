import { definePermissions } from '@/kernel/permission'

export const corePermissions = definePermissions('core', {
  'setting.read': 'See settings',
  'setting.write': 'Change settings',
  'policy.write': 'Change password, session, address and rate policies',
  'custom-field.read': 'See custom fields',
  'custom-field.write': 'Create and change custom fields',
  'export.read': 'See exports',
  'export.create': 'Export lists',
  'export.restricted': 'Export restricted columns, like costs and credit limits, unmasked',
  'export.read-all': 'See exports other people asked for, and their files',
  'import.read': 'See imports',
  'import.run': 'Import files',
  'audit.read': 'Search the audit log',
  'audit.export': 'Export the audit log with its seals',
  'security.read': 'See security events and threats',
  'security.triage': 'Acknowledge and resolve security events',
  'job.read': 'See queues and failed jobs',
  'job.retry': 'Retry failed jobs',
  'mailbox.read': 'See sent mails',
  'notification.create': 'Notify people by hand',
})
