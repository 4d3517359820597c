import { constants } from 'node:fs'
import { access, mkdir, readdir, readFile, stat, statfs } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Pool } from 'pg'
import { poolOf } from '@/platform/db/pool'
import { env, filesDir } from '@/platform/env'
import { migrationsApart } from '@/platform/health/migrations'
import { inspectQueues, type QueueFacts } from '@/platform/queue/inspect'

/** What can be measured of the installation itself. A part that could not be measured is null. */
export interface MachineFacts {
  version: string
  at: Date
  database: DatabaseFacts | null
  migrations: { pending: readonly string[] } | null
  /** Connections of this process. */
  pool: { most: number; open: number; idle: number; waiting: number }
  queues: readonly QueueFacts[] | null
  disk: { usedPercent: number; freeBytes: number } | null
  files: { isWritable: boolean }
  mail: { isConfigured: boolean; isReachable: boolean }
  backup: { isWatched: boolean; at: Date | null }
}

export interface DatabaseFacts {
  version: string
  milliseconds: number
  bytes: number
  connections: number
  most: number
  /** Age of the oldest open transaction of this role, in seconds. */
  oldestTransaction: number
}

/** Measures everything at once; nothing in it throws, and nothing takes longer than a few seconds. */
export async function machineFacts(payload: Payload): Promise<MachineFacts> {
  const pool = poolOf(payload)
  const [version, database, migrations, queues, disk, isWritable, isReachable, backup] = await Promise.all([
    productVersion(),
    databaseFacts(pool).catch(() => null),
    migrationsApart(payload).catch(() => null),
    inspectQueues().catch(() => null),
    diskFacts().catch(() => null),
    canWriteFiles(),
    canReachMail(),
    newestBackup().catch(() => null),
  ])
  return {
    ...{ version, at: new Date(), database, migrations, queues, disk },
    pool: { most: env.POOL_MAX, open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount },
    files: { isWritable },
    mail: { isConfigured: env.SMTP_URL !== undefined, isReachable },
    backup: { isWatched: env.BACKUP_DIR !== undefined, at: backup },
  }
}

const DATABASE = `select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
  (select count(*)::int from pg_stat_activity where datname = current_database()) as connections, current_setting('max_connections')::int as most,
  coalesce(extract(epoch from (select max(now() - xact_start) from pg_stat_activity where datname = current_database()
    and usename = current_user and pid <> pg_backend_pid()))::float8, 0) as "oldestTransaction"`

/** How the database does; throws when it does not answer. */
export async function databaseFacts(pool: Pool): Promise<DatabaseFacts> {
  const startedAt = performance.now()
  await pool.query('select 1')
  const milliseconds = performance.now() - startedAt
  const { rows } = await pool.query<Omit<DatabaseFacts, 'milliseconds'>>(DATABASE)
  if (!rows[0]) throw new Error('The database answered nothing.')
  return { ...rows[0], milliseconds }
}

let version: Promise<string> | undefined

/** The version of the product, as its package says. */
export function productVersion(): Promise<string> {
  version ??= readFile(path.join(process.cwd(), 'package.json'), 'utf8').then(
    (text) => String((JSON.parse(text) as { version?: unknown }).version),
    () => 'unknown',
  )
  return version
}

async function diskFacts(): Promise<{ usedPercent: number; freeBytes: number }> {
  const { blocks, bavail, bsize } = await statfs(env.DATA_DIR)
  return { usedPercent: blocks === 0 ? 0 : 100 * (1 - bavail / blocks), freeBytes: bavail * bsize }
}

async function canWriteFiles(): Promise<boolean> {
  try {
    await mkdir(filesDir(), { recursive: true })
    await access(filesDir(), constants.W_OK)
    return true
  } catch {
    return false
  }
}

const MAIL_MS = 2_000

// Whether somebody listens there; what the server thinks of our mails is seen by their states.
function canReachMail(): Promise<boolean> {
  if (!env.SMTP_URL) return Promise.resolve(false)
  const { hostname, port, protocol } = new URL(env.SMTP_URL)
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port || (protocol === 'smtps:' ? 465 : 587)),
      timeout: MAIL_MS,
    })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket
      .once('connect', () => end(true))
      .once('timeout', () => end(false))
      .once('error', () => end(false))
  })
}

// The age of a backup is the age of the newest thing in its folder, whatever program writes it.
async function newestBackup(): Promise<Date | null> {
  if (env.BACKUP_DIR === undefined) return null
  const folder = env.BACKUP_DIR
  const names = await readdir(folder)
  const times = await Promise.all(names.map(async (name) => (await stat(path.join(folder, name))).mtime))
  return times.reduce<Date | null>((newest, time) => (newest && newest > time ? newest : time), null)
}
