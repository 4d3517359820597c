import * as initial from './20261120_000000_initial'
import * as guards from './20261120_000001_guards'

export const migrations = [
  { up: initial.up, down: initial.down, name: '20261120_000000_initial' },
  { up: guards.up, down: guards.down, name: '20261120_000001_guards' },
]
