import { reading, size, spoken, unknown, type Reading, type State, type Thresholds } from '@/domain/health/reading'
import type { MachineFacts } from '@/platform/health/machine'

/** The readings of the machine itself, the same for every tree but for the thresholds. */
export function machineReadings(machine: MachineFacts, thresholds: Thresholds): Reading[] {
  return [
    database(machine),
    migrations(machine),
    pool(machine),
    transactions(machine),
    queues(machine),
    files(machine),
    disk(machine, thresholds),
    backup(machine, thresholds),
    version(machine),
  ]
}

function database({ database: facts }: MachineFacts): Reading {
  if (!facts) return unknown('database', 'Database', 'See whether PostgreSQL runs and DATABASE_URL is right.')
  const { version, milliseconds, bytes, connections, most } = facts
  const isFull = connections > most * 0.9
  const isSlow = milliseconds > 250
  return reading({
    ...{ key: 'database', label: 'Database', state: stateOf(isFull, isSlow) },
    value: `PostgreSQL ${version.replace(/ .*/, '')}, ${Math.max(1, Math.round(milliseconds))} ms, ${size(bytes)}`,
    means: `${connections} of ${most} connections are open. Everything is kept here.`,
    todo: isFull
      ? 'Lower POOL_MAX, or raise max_connections of the server, before connections are refused.'
      : 'See what else the database server does; a question without work took long.',
  })
}

function stateOf(isBad: boolean, isWorthALook: boolean): State {
  return isBad ? 'bad' : isWorthALook ? 'warn' : 'ok'
}

function version({ version: value }: MachineFacts): Reading {
  return reading({ key: 'version', label: 'Version', state: 'ok', value, means: 'What runs here.', todo: '' })
}

function migrations({ migrations: facts }: MachineFacts): Reading {
  const todo = 'Run `npm run migrate` and start the product again.'
  if (!facts) return unknown('migrations', 'Migrations', todo)
  const missing = facts.pending.length
  return reading({
    ...{ key: 'migrations', label: 'Migrations', state: missing > 0 ? 'bad' : 'ok', todo },
    value: missing > 0 ? `${missing} missing` : 'Up to date',
    means:
      missing > 0
        ? `The program expects tables that are not there yet: ${facts.pending.join(', ')}.`
        : 'Program and database fit together.',
  })
}

function pool({ pool: { most, open, idle, waiting } }: MachineFacts): Reading {
  return reading({
    ...{ key: 'pool', label: 'Connections', state: stateOf(waiting > most, waiting > 0) },
    value: `${open - idle} of ${most} busy, ${waiting} waiting`,
    means: 'Connections of this web process to the database; whoever waits, waits for one of them.',
    todo: 'Raise POOL_MAX or start another web process when people keep waiting.',
  })
}

function transactions({ database: facts }: MachineFacts): Reading {
  const seconds = Math.round(facts?.oldestTransaction ?? 0)
  return reading({
    ...{ key: 'transactions', label: 'Oldest transaction', state: stateOf(seconds > 60, seconds > 20) },
    value: spoken(seconds),
    means: 'An open transaction holds locks others wait for.',
    todo: 'Look in pg_stat_activity for it; it ends by itself after twenty idle seconds.',
  })
}

function queues({ queues: facts }: MachineFacts): Reading {
  if (!facts) return unknown('queues', 'Queues', 'See whether the database, or the Redis of REDIS_URL, is there.')
  const lag = Math.round(Math.max(0, ...facts.map(({ lagSeconds }) => lagSeconds)))
  const waiting = facts.reduce((sum, one) => sum + one.waiting, 0)
  return reading({
    ...{ key: 'queues', label: 'Queues', state: stateOf(lag > 120, lag > 30), rings: true },
    value: `${waiting} waiting, the oldest due for ${spoken(lag)}`,
    means:
      lag > 30 ? 'The worker is behind, or does not run: mails, invoices and exports wait.' : 'The worker keeps up.',
    todo: 'See whether the worker runs and what its log says; start a second one when it is only slow.',
  })
}

function files({ files: { isWritable } }: MachineFacts): Reading {
  return reading({
    ...{ key: 'files', label: 'Files', state: isWritable ? 'ok' : 'bad', rings: true },
    value: isWritable ? 'Writable' : 'Not writable',
    means: isWritable ? 'Uploads, PDFs and exports can be kept.' : 'Uploads, PDFs and exports fail.',
    todo: 'Let the user of the product write to the folder of FILES_DIR.',
  })
}

function disk({ disk: facts }: MachineFacts, { diskPercent }: Thresholds): Reading {
  if (!facts) return unknown('disk', 'Disk', 'See whether the folder of DATA_DIR is there.')
  const used = Math.round(facts.usedPercent)
  return reading({
    ...{
      key: 'disk',
      label: 'Disk',
      state: stateOf(used > diskPercent, used > diskPercent - 10),
      rings: true,
    },
    value: `${used} % used, ${size(facts.freeBytes)} free`,
    means: `Of the disk with the data of this installation; more than ${diskPercent} % is an alarm.`,
    todo: 'Make room or give it a larger disk: a database on a full disk stops.',
  })
}

function backup({ at, backup: { isWatched, at: newest } }: MachineFacts, { backupHours }: Thresholds): Reading {
  const shared = { key: 'backup', label: 'Backup', rings: true }
  if (!isWatched) {
    return reading({
      ...{ ...shared, state: 'warn', value: 'Not watched', means: 'Nobody told this page where backups lie.' },
      todo: 'Set BACKUP_DIR to the folder your backups are written to.',
    })
  }
  const hours = newest ? (at.getTime() - newest.getTime()) / 3_600_000 : Infinity
  return reading({
    ...{ ...shared, state: stateOf(hours > backupHours, false), todo: 'See why the backup did not run.' },
    value: newest ? `${spoken(hours * 3_600)} old` : 'None',
    means: `The newest file in the folder of BACKUP_DIR; older than ${backupHours} hours is an alarm.`,
  })
}
