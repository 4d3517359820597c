import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import type { PoolClient } from 'pg'
import { sessionOf } from '@/platform/db/safe-tx'

interface SessionRow {
  id: string
  createdAt: Date | string
  expiresAt: Date | string
}
type AdapterObj = DatabaseAdapterObj<PostgresAdapter>
type Adapter = ReturnType<AdapterObj['init']>
type UpdateArgs = Parameters<Adapter['updateOne']>[0]
interface Connection {
  query: PoolClient['query']
}

const FRESH_MS = 15_000

/**
 * Sessions row by row, never by rewriting the whole stale user (PF4): sign-in inserts, refresh extends, sign-out deletes
 * its own row. All three reach the adapter as the same `updateOne`. Drop it when payload #18150 is released.
 */
export function sessionShim(adapter: AdapterObj, collections: readonly string[] = ['users']): AdapterObj {
  return { ...adapter, init: (args) => withSessionRows(adapter.init(args), collections) }
}

function withSessionRows(adapter: Adapter, collections: readonly string[]): Adapter {
  const original = adapter.updateOne
  const updateOne = async function (this: Adapter, args: UpdateArgs) {
    if (!isSessionWrite(args, collections)) return original.call(this, withoutSessions(args, collections))
    const transaction = args.req?.transactionID ? sessionOf(adapter, await args.req.transactionID) : undefined
    const connection: Connection = transaction?.client ?? adapter.pool
    await writeSessions(connection, `"${args.collection}_sessions"`, String(args.id), args)
    return null
  }
  adapter.updateOne = updateOne as Adapter['updateOne']
  return adapter
}

// Any other change of a person carries the sessions as they were read; writing them back would sign in again whoever was
// signed out meanwhile.
function withoutSessions(args: UpdateArgs, collections: readonly string[]): UpdateArgs {
  if (!collections.includes(args.collection) || !args.data || !('sessions' in args.data)) return args
  return { ...args, data: Object.fromEntries(Object.entries(args.data as Record<string, unknown>).filter(([field]) => field !== 'sessions')) }
}

function isSessionWrite(args: UpdateArgs, collections: readonly string[]): boolean {
  if (!collections.includes(args.collection) || !('id' in args) || args.id === undefined) return false
  return args.returning === false && Array.isArray(args.data?.sessions) && args.data.updatedAt === null
}

async function writeSessions(connection: Connection, table: string, user: string, args: UpdateArgs): Promise<void> {
  const sessions = args.data.sessions as SessionRow[]
  const stored = await connection.query<{ id: string; expires_at: Date }>(
    `select id, expires_at from ${table} where _parent_id = $1`,
    [user],
  )
  const known = new Map(stored.rows.map((row) => [row.id, row.expires_at]))
  for (const session of sessions) await writeSession(connection, table, user, session, known, sessions.length)
  const sid = (args.req?.user as { _sid?: string } | null | undefined)?._sid
  if (sessions.length === 0) await connection.query(`delete from ${table} where _parent_id = $1`, [user])
  else if (sid !== undefined && known.has(sid) && !sessions.some((session) => session.id === sid)) {
    await connection.query(`delete from ${table} where id = $1`, [sid])
  }
}

async function writeSession(
  connection: Connection,
  table: string,
  user: string,
  session: SessionRow,
  known: ReadonlyMap<string, Date>,
  order: number,
): Promise<void> {
  const until = known.get(session.id)
  if (until !== undefined) {
    if (+new Date(session.expiresAt) > +until) {
      await connection.query(`update ${table} set expires_at = $2 where id = $1`, [session.id, session.expiresAt])
    }
    return
  }
  // A session that is not in the table and is not new was revoked meanwhile; a stale copy must not bring it back.
  if (Date.now() - +new Date(session.createdAt) >= FRESH_MS) return
  await connection.query(
    `insert into ${table} (_order, _parent_id, id, created_at, expires_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
    [order, user, session.id, session.createdAt, session.expiresAt],
  )
}
