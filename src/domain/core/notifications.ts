import { exportFinished } from '@/domain/core/events'
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

export const coreNotifications = [exportReady]
