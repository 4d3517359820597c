import { sentenceOf } from './refusal'
import { say } from './say'

type Closer = { name: string; close: () => Promise<void>; force: () => void }

const closers: Closer[] = []
let stopping: Promise<void> | undefined
let askedAt = 0

/** True from the moment somebody asked us to stop: nothing is started again after that. */
export function isStopping(): boolean {
  return stopping !== undefined
}

/** Registers what has to be closed at the end; the last one registered is closed first. Returns how to forget it. */
export function onStop(closer: Closer): () => void {
  closers.unshift(closer)
  return () => void closers.splice(closers.indexOf(closer), 1)
}

/** Closes everything in order, once, however often it is called. */
export function stopAll(): Promise<void> {
  stopping ??= closeInOrder()
  return stopping
}

/** Makes Ctrl-C, a closed terminal and the system's request stop everything in order; a second Ctrl-C forces. */
export function stopOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => handle(signal))
}

function handle(signal: NodeJS.Signals): void {
  // Terminals and npm both deliver one Ctrl-C, so the same request may arrive twice within moments.
  if (isStopping() && Date.now() - askedAt < 700) return
  if (isStopping() && signal === 'SIGINT') return force()
  if (isStopping()) return
  askedAt = Date.now()
  say('\nStopping; press Ctrl-C again to stop by force.')
  void stopAll().then(() => process.exit(0))
}

async function closeInOrder(): Promise<void> {
  for (const closer of [...closers]) {
    try {
      await closer.close()
    } catch (error) {
      say(`  ${closer.name}: ${sentenceOf(error)}`)
    }
  }
}

function force(): void {
  for (const closer of closers) closer.force()
  process.exit(1)
}
