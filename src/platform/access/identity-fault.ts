import { AsyncLocalStorage } from 'node:async_hooks'

interface Fault {
  error?: unknown
}

const faults = new AsyncLocalStorage<Fault>()

/**
 * Runs one request; throws what kept us from reading who sends it. Payload logs an error of a strategy and
 * goes on with nobody, so a database that restarts would answer a signed-in person with 401 or the sign-in page, and a
 * program would throw its token away: it has to be "busy, try again". The fault goes before every answer, a refusal too.
 */
export async function withKnownSender<T>(work: () => Promise<T>): Promise<T> {
  const fault: Fault = {}
  const [outcome] = await Promise.allSettled([faults.run(fault, work)])
  if (fault.error !== undefined) throw fault.error
  if (outcome.status === 'rejected') throw outcome.reason
  return outcome.value
}

/** Remembers that the sender of the request under way could not be read. */
export function senderUnread(error: unknown): void {
  const fault = faults.getStore()
  if (fault) fault.error = error
}
