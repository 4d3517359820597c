import { AsyncLocalStorage } from 'node:async_hooks'

interface Fault {
  error?: unknown
}

const faults = new AsyncLocalStorage<Fault>()

/**
 * Runs one request; throws what kept us from reading who sends it. Payload logs an error of a strategy and goes on
 * with nobody, so a database that restarts would answer a signed-in person with 401 and a program would throw its
 * token away: it has to be "busy, try again".
 */
export async function withKnownSender<T>(work: () => Promise<T>): Promise<T> {
  const fault: Fault = {}
  const answer = await faults.run(fault, work)
  if (fault.error !== undefined) throw fault.error
  return answer
}

/** Remembers that the sender of the request under way could not be read. */
export function senderUnread(error: unknown): void {
  const fault = faults.getStore()
  if (fault) fault.error = error
}
