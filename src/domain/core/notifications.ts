import { exportFinished } from '@/domain/core/events'
import { securityAlerted } from '@/domain/core/security/events'
import { defineNotification } from '@/kernel/notification'

export const exportReady = defineNotification({
  name: 'export-ready',
  on: exportFinished,
  to: { side: 'actor' },
  channels: ['in-app', 'email'],
  category: 'exports',
  subject: (data) => `Your export ${data.name} is ready`,
  body: (data) =>
    `${data.rows} ${data.rows === 1 ? 'row was' : 'rows were'} written. The file can be downloaded by you alone.`,
  path: (data) => `/api/v1/exports/${data.export}/download`,
  sample: {
    export: '00000000-0000-7000-8000-000000000001',
    name: 'orders 2026-11-20',
    rows: 1_204,
    file: '00000000-0000-7000-8000-000000000002',
  },
})

export const securityAlert = defineNotification({
  name: 'security-alert',
  on: securityAlerted,
  to: { side: 'owner', holding: 'security.triage' },
  channels: ['in-app', 'email'],
  category: 'security',
  mandatory: true,
  subject: (data) => `Security: ${data.summary}`.slice(0, 200),
  body: (data) => `${data.who}${data.address ? ` from ${data.address}` : ''}. Severity: ${data.severity}. Look at it and say what it was.`,
  path: (data) => `/admin/security?event=${data.event}`,
  sample: {
    event: '00000000-0000-7000-8000-000000000003',
    kind: 'mass-export',
    severity: 'high',
    summary: 'More than 50,000 rows were exported within an hour',
    who: 'Sam Sales',
    address: '203.0.113.7',
  },
})

export const coreNotifications = [exportReady, securityAlert]
