import { setTimeout as sleep } from 'node:timers/promises'

export { sleep }

/** Asks `probe` every `everyMs` until it answers true (returns true) or `timeoutMs` have passed (returns false). */
export async function waitFor(
  probe: () => boolean | Promise<boolean>,
  { timeoutMs, everyMs = 100 }: { timeoutMs: number; everyMs?: number },
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    if (await probe()) return true
    if (Date.now() >= deadline) return false
    await sleep(everyMs)
  }
}
