import type { Payload } from 'payload'

let booted: Promise<Payload> | undefined

/** The application of this test file on its own database; the first call takes about a second. */
export function bootPayload(): Promise<Payload> {
  booted ??= boot()
  return booted
}

/**
 * Closes the application and its connections; called after the last test of each file. The adapter keeps one client
 * checked out for ever, so the end of the pool is not waited for: dropping the database takes that client along.
 */
export async function stopPayload(): Promise<void> {
  if (!booted) return
  const payload = await booted
  booted = undefined
  // Streams a test opened keep a connection that comes back whenever it breaks.
  const { closeStreams } = await import('@/platform/stream/hub')
  await closeStreams()
  const { pool } = payload.db
  await payload.destroy()
  if (!pool.ended) void pool.end()
  const { closeLimits } = await import('@/platform/limits/store')
  await closeLimits()
}

async function boot(): Promise<Payload> {
  const { getPayload } = await import('payload')
  const { default: config } = await import('@payload-config')
  const sanitized = await config
  // Outside production every start writes the types anew, in a process of its own that outlives the test file.
  return getPayload({ config: { ...sanitized, typescript: { ...sanitized.typescript, autoGenerate: false } } })
}
