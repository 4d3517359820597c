import { randomUUID } from 'node:crypto'
import { drizzle } from '@payloadcms/db-postgres/drizzle/node-postgres'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import type { PoolClient } from 'pg'
import { withSteadyPool } from '@/platform/db/steady-pool'

/** A transaction as Payload keeps it, with the connection that carries it. */
export interface Session {
  db: unknown
  client: PoolClient
  /** The answer to BEGIN, which nothing waits for: it travels with the first statement. */
  begun: Promise<unknown>
  resolve: () => Promise<void>
  reject: () => Promise<void>
}

type AdapterObj = DatabaseAdapterObj<PostgresAdapter>

const watched = new WeakSet<PoolClient>()

/**
 * Wraps the adapter so that COMMIT never lies (PF1, PF2): committing a transaction that a nested failure already rolled
 * back throws, and so does a COMMIT that the server answered with ROLLBACK. Drop it when payload #17727 is released;
 * tests/int/platform/payload-failures.int.test.ts fails when upstream changes its internals.
 */
export function safeTx(adapter: AdapterObj): AdapterObj {
  return { ...adapter, init: (args) => withHonestCommit(withSteadyPool(adapter.init(args))) }
}

/** The raw client of an open transaction; undefined when it is gone. */
export function sessionOf(adapter: { sessions?: Record<string, unknown> }, id: number | string): Session | undefined {
  return adapter.sessions?.[String(id)] as Session | undefined
}

function withHonestCommit<T extends ReturnType<AdapterObj['init']>>(adapter: T): T {
  const sessions = adapter.sessions as Record<string, unknown>
  const take = async (promised: unknown): Promise<Session | undefined> => {
    const id = String(await promised)
    const session = sessions[id] as Session | undefined
    delete sessions[id]
    return session
  }

  adapter.beginTransaction = async () => {
    await (adapter as { initializing?: Promise<void> }).initializing
    const client = await adapter.pool.connect()
    watch(client)
    const begun = client.query('BEGIN')
    // The first statement waits for it and tells its failure; until then nobody has caught it.
    begun.catch(() => undefined)
    const id = randomUUID()
    sessions[id] = sessionOver(client, adapter.schema, begun)
    return id
  }

  adapter.commitTransaction = async (promised) => {
    const session = promised ? await take(promised) : undefined
    if (!session) throw new Error('The transaction was already rolled back by a nested failure; nothing was committed.')
    let command: string
    try {
      await session.begun
      const answer = await session.client.query('COMMIT')
      command = answer.command
    } catch (error) {
      session.client.release(asError(error))
      throw error
    }
    session.client.release()
    if (command !== 'COMMIT') throw new Error(`The transaction was aborted: the server answered ${command}.`)
  }

  adapter.rollbackTransaction = async (promised) => {
    const session = promised ? await take(promised) : undefined
    if (!session) return
    try {
      await session.client.query('ROLLBACK')
      session.client.release()
    } catch (error) {
      session.client.release(asError(error))
    }
  }
  return adapter
}

const builders = new WeakMap<PoolClient, unknown>()

// Making a query builder reads the relations of the whole schema (two milliseconds), so each connection has one, made when
// Payload first asks for it; operations speak SQL and never do.
function sessionOver(client: PoolClient, schema: Record<string, unknown>, begun: Promise<unknown>): Session {
  return {
    get db() {
      if (!builders.has(client)) builders.set(client, drizzle({ client, schema }))
      return builders.get(client)
    },
    client,
    begun,
    resolve: done,
    reject: done,
  }
}

async function done(): Promise<void> {}

// A checked-out client whose connection dies emits 'error'; without a listener that ends the process (PF6).
function watch(client: PoolClient): void {
  if (watched.has(client)) return
  watched.add(client)
  client.on('error', () => undefined)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
