import * as initial from './20261120_000000_initial'
import * as guards from './20261120_000001_guards'
import * as auditRetention from './20261120_000002_audit_retention'
import * as streams from './20261120_000003_streams'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261120_000000_initial' },
  { up: guards.up, down: guards.down, name: '20261120_000001_guards' },
  { up: auditRetention.up, down: auditRetention.down, name: '20261120_000002_audit_retention' },
  { up: streams.up, down: streams.down, name: '20261120_000003_streams' },
]
