/**
 * Waits for all of several works that were begun at once and gives their results in order. When some fail it fails with the
 * error of the first in the order given, and only after every one has ended: a transaction that is rolled back must
 * not meet statements of a work that still goes on.
 */
export async function allOf<const T extends readonly unknown[]>(...works: T): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const outcomes = await Promise.allSettled(works)
  const failed = outcomes.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
  return Promise.all(works)
}
