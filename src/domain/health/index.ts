import { healthEvents } from '@/domain/health/events'
import { healthNotifications } from '@/domain/health/notifications'
import { recordDoctor } from '@/domain/health/operations/record-doctor'
import { ringAlarms } from '@/domain/health/operations/ring-alarms'
import { healthPermissions } from '@/domain/health/permissions'
import { healthSettings } from '@/domain/health/settings'
import { defineModule } from '@/kernel/module'

export { recordDoctor, ringAlarms }
export { alarmsOf, readingsOf, worst, type Reading, type State } from '@/domain/health/readings'
export { alarmsOfTree, doctorRuns, headquarters, treeFacts, type DoctorRun } from '@/domain/health/queries'

/** How the installation does: readings, the doctor's runs, alarms. */
export const healthModule = defineModule({
  name: 'health',
  machines: [],
  permissions: healthPermissions,
  events: healthEvents,
  notifications: healthNotifications,
  sequences: [],
  settings: healthSettings,
  operations: [recordDoctor, ringAlarms],
})
