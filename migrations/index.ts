import * as initial from './20261120_000000_initial'
import * as guards from './20261120_000001_guards'
import * as auditRetention from './20261120_000002_audit_retention'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261120_000000_initial' },
  { up: guards.up, down: guards.down, name: '20261120_000001_guards' },
  { up: auditRetention.up, down: auditRetention.down, name: '20261120_000002_audit_retention' },
]
