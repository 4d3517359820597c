import type { DoctorRun } from '@/domain/health/queries'
import type { MachineFacts } from '@/platform/health/machine'

export type State = 'ok' | 'warn' | 'bad'

/** One line of the health page. */
export interface Reading {
  key: string
  label: string
  state: State
  /** The figure, in words. */
  value: string
  /** What the figure means. */
  means: string
  /** What to do about it; null while all is well. */
  todo: string | null
  /** Somebody is told when it turns bad. */
  rings: boolean
}

/** Figures at which alarms ring. */
export interface Thresholds {
  outboxMinutes: number
  diskPercent: number
  backupHours: number
}

/** Figures of the rows of one tree. */
export interface TreeFacts {
  outbox: { waiting: number; since: Date | null }
  mails: { pending: number; failed: number; sent: number }
  failedJobs: number
  doctor: DoctorRun | null
  thresholds: Thresholds
}

/** Every reading, in the order of the page. */
export function readingsOf(machine: MachineFacts, tree: TreeFacts): Reading[] {
  return [
    database(machine),
    migrations(machine),
    pool(machine),
    transactions(machine),
    queues(machine),
    outbox(machine.at, tree),
    failedJobs(tree),
    mail(machine, tree),
    files(machine),
    disk(machine, tree),
    doctor(machine.at, tree),
    backup(machine, tree),
    { key: 'version', label: 'Version', state: 'ok', value: machine.version, means: 'What runs here.', todo: null, rings: false },
  ]
}

/** The readings that are alarms now. */
export function alarmsOf(readings: readonly Reading[]): { key: string; label: string; says: string; todo: string }[] {
  return readings
    .filter(({ state, rings }) => rings && state === 'bad')
    .map(({ key, label, value, means, todo }) => ({ key, label, says: `${value}. ${means}`, todo: todo ?? '' }))
}

/** The worst of several states. */
export function worst(readings: readonly { state: State }[]): State {
  const states = new Set(readings.map(({ state }) => state))
  return states.has('bad') ? 'bad' : states.has('warn') ? 'warn' : 'ok'
}

type Parts = Omit<Reading, 'todo' | 'rings'> & { todo: string; rings?: boolean }

// What is well needs no advice.
function reading({ rings = false, todo, ...rest }: Parts): Reading {
  return { ...rest, rings, todo: rest.state === 'ok' ? null : todo }
}

function unknown(key: string, label: string, todo: string): Reading {
  return { key, label, state: 'bad', value: 'It does not answer', means: 'It could not be measured just now.', todo, rings: false }
}

function database({ database: facts }: MachineFacts): Reading {
  if (!facts) return unknown('database', 'Database', 'See whether PostgreSQL runs and DATABASE_URL is right.')
  const { version, milliseconds, bytes, connections, most } = facts
  const isFull = connections > most * 0.9
  return reading({
    ...{ key: 'database', label: 'Database', state: isFull ? 'bad' : milliseconds > 250 ? 'warn' : 'ok' },
    value: `PostgreSQL ${version.split(' ')[0] ?? version}, ${Math.max(1, Math.round(milliseconds))} ms, ${size(bytes)}`,
    means: `${connections} of ${most} connections are open. Everything is kept here.`,
    todo: isFull
      ? 'Lower POOL_MAX, or raise max_connections of the server, before connections are refused.'
      : 'See what else the database server does; a question without work took long.',
  })
}

function migrations({ migrations: facts }: MachineFacts): Reading {
  const todo = 'Run `npm run migrate` and start the product again.'
  if (!facts) return unknown('migrations', 'Migrations', todo)
  const missing = facts.pending.length
  return reading({
    ...{ key: 'migrations', label: 'Migrations', state: missing > 0 ? 'bad' : 'ok', todo },
    value: missing > 0 ? `${missing} missing` : 'Up to date',
    means: missing > 0 ? `The program expects tables that are not there yet: ${facts.pending.join(', ')}.` : 'Program and database fit together.',
  })
}

function pool({ pool: { most, open, idle, waiting } }: MachineFacts): Reading {
  return reading({
    ...{ key: 'pool', label: 'Connections', state: waiting > most ? 'bad' : waiting > 0 ? 'warn' : 'ok' },
    value: `${open - idle} of ${most} busy, ${waiting} waiting`,
    means: 'Connections of this web process to the database; whoever waits, waits for one of them.',
    todo: 'Raise POOL_MAX or start another web process when people keep waiting.',
  })
}

function transactions({ database: facts }: MachineFacts): Reading {
  const seconds = Math.round(facts?.oldestTransaction ?? 0)
  return reading({
    ...{ key: 'transactions', label: 'Oldest transaction', state: seconds > 60 ? 'bad' : seconds > 20 ? 'warn' : 'ok' },
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
    ...{ key: 'queues', label: 'Queues', state: lag > 120 ? 'bad' : lag > 30 ? 'warn' : 'ok', rings: true },
    value: `${waiting} waiting, the oldest due for ${spoken(lag)}`,
    means: lag > 30 ? 'The worker is behind, or does not run: mails, invoices and exports wait.' : 'The worker keeps up.',
    todo: 'See whether the worker runs and what its log says; start a second one when it is only slow.',
  })
}

function outbox(at: Date, { outbox: { waiting, since }, thresholds }: TreeFacts): Reading {
  const minutes = since ? (at.getTime() - since.getTime()) / 60_000 : 0
  const isLate = minutes > thresholds.outboxMinutes
  return reading({
    ...{ key: 'outbox', label: 'Outbox', state: isLate ? 'bad' : minutes > thresholds.outboxMinutes / 2 ? 'warn' : 'ok', rings: true },
    value: waiting === 0 ? 'Empty' : `${waiting} waiting, the oldest for ${spoken(Math.round(minutes * 60))}`,
    means: 'Events on their way to the queues; they are handed on within a second.',
    todo: 'See whether the worker runs. Nothing is lost: it goes on where it stopped.',
  })
}

function failedJobs({ failedJobs: failed }: TreeFacts): Reading {
  return reading({
    ...{ key: 'jobs', label: 'Failed jobs', state: failed > 0 ? 'bad' : 'ok', rings: true },
    value: failed === 0 ? 'None' : String(failed),
    means: failed === 0 ? 'Whatever was tried worked in the end.' : 'They were tried as often as allowed, and what they do has not happened.',
    todo: 'Read the reason under Queues, mend it, and try them again there.',
  })
}

function mail({ mail: { isConfigured, isReachable } }: MachineFacts, { mails }: TreeFacts): Reading {
  const isBad = isConfigured && !isReachable
  return reading({
    ...{ key: 'mail', label: 'Mail', state: isBad ? 'bad' : mails.failed > 0 || !isConfigured ? 'warn' : 'ok', rings: isBad },
    value: isConfigured ? `${mails.sent} sent today, ${mails.pending} waiting, ${mails.failed} failed this week` : 'No mail server',
    means: isBad ? 'Nobody listens at the address of the mail server.' : isConfigured ? 'The mail server is there.' : 'Mails are written and lie in the mailbox; nobody gets them.',
    todo: isConfigured ? 'Check the mail server, then send the failed ones again from the mailbox.' : 'Set SMTP_URL and start the product again.',
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

function disk({ disk: facts }: MachineFacts, { thresholds: { diskPercent } }: TreeFacts): Reading {
  if (!facts) return unknown('disk', 'Disk', 'See whether the folder of DATA_DIR is there.')
  const used = Math.round(facts.usedPercent)
  return reading({
    ...{ key: 'disk', label: 'Disk', state: used > diskPercent ? 'bad' : used > diskPercent - 10 ? 'warn' : 'ok', rings: true },
    value: `${used} % used, ${size(facts.freeBytes)} free`,
    means: `Of the disk with the data of this installation; more than ${diskPercent} % is an alarm.`,
    todo: 'Make room or give it a larger disk: a database on a full disk stops.',
  })
}

function doctor(at: Date, { doctor: run }: TreeFacts): Reading {
  const hours = run ? (at.getTime() - run.at.getTime()) / 3_600_000 : Infinity
  const found = run?.findings.length ?? 0
  return reading({
    ...{ key: 'doctor', label: 'Doctor', state: found > 0 ? 'bad' : hours > 30 ? 'warn' : 'ok', rings: true },
    value: run ? `${run.asked} questions, ${found === 0 ? 'nothing found' : `${found} found something`}` : 'Never asked',
    means: run ? `Each invariant of the data, asked ${spoken(Math.round(hours * 3_600))} ago.` : 'It asks every night whether all figures fit together.',
    todo: found > 0 ? 'Open the doctor’s page: it names the rows.' : run ? 'See why the nightly round did not happen; ask on the doctor’s page.' : 'Ask it on its page, or wait for the night.',
  })
}

function backup({ at, backup: { isWatched, at: newest } }: MachineFacts, { thresholds: { backupHours } }: TreeFacts): Reading {
  const hours = newest ? (at.getTime() - newest.getTime()) / 3_600_000 : Infinity
  return reading({
    ...{ key: 'backup', label: 'Backup', state: isWatched ? (hours > backupHours ? 'bad' : 'ok') : 'warn', rings: true },
    value: newest ? `${spoken(Math.round(hours * 3_600))} old` : isWatched ? 'None' : 'Not watched',
    means: isWatched ? `The newest file in the folder of BACKUP_DIR; older than ${backupHours} hours is an alarm.` : 'Nobody told this page where backups lie.',
    todo: isWatched ? 'See why the backup did not run.' : 'Set BACKUP_DIR to the folder your backups are written to.',
  })
}

function spoken(seconds: number): string {
  const [n, unit] = seconds < 90 ? [seconds, 'second'] : seconds < 5_400 ? [Math.round(seconds / 60), 'minute'] : seconds < 172_800 ? [Math.round(seconds / 3_600), 'hour'] : [Math.round(seconds / 86_400), 'day']
  return `${n} ${unit}${n === 1 ? '' : 's'}`
}

function size(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1_000 ** power
  return `${value < 10 && power > 0 ? value.toFixed(1) : Math.round(value)} ${units[power] ?? ''}`
}
