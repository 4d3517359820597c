import { definePermissions } from '@/kernel/permission'

export const corePermissions = definePermissions('core', {
  'setting.read': 'See settings',
  'setting.write': 'Change settings',
  'custom-field.read': 'See custom fields',
  'custom-field.write': 'Create and change custom fields',
  'export.read': 'See exports',
  'export.create': 'Export lists',
  'import.read': 'See imports',
  'import.run': 'Import files',
  'audit.read': 'See the timeline of records',
  'job.read': 'See queues and failed jobs',
  'job.retry': 'Retry failed jobs',
  'mailbox.read': 'See sent mails',
  'notification.create': 'Notify people by hand',
})
