import { healthAlarmed } from '@/domain/health/events'
import { defineNotification } from '@/kernel/notification'

export const healthAlarm = defineNotification({
  name: 'health-alarm',
  on: healthAlarmed,
  to: { side: 'owner', holding: 'health.read' },
  channels: ['in-app', 'email'],
  category: 'system',
  subject: ({ label }) => `Health: ${label} needs you`,
  body: ({ says, todo }) => `${says} ${todo}`,
  path: ({ key }) => (key === 'doctor' ? '/admin/doctor' : '/admin/health'),
  sample: { key: 'outbox', label: 'Outbox', says: 'Events wait for 5 minutes.', todo: 'See whether the worker runs.' },
})

export const healthNotifications = [healthAlarm]
