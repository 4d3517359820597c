import { readFileSync } from 'node:fs'

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

/**
 * Makes Ctrl-C, a closed terminal, the system's request and the end of the npm that started us stop everything in
 * order; a second Ctrl-C forces.
 */
export function stopOnSignals(): void {
  const signals: NodeJS.Signals[] = isHangUpIgnored() ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => handle(signal))
  stopWithoutNpm()
}

/** `nohup` ignores the closing of the terminal; a listener of ours would undo that. */
function isHangUpIgnored(): boolean {
  try {
    const mask = /SigIgn:\s*([0-9a-f]+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
    return (Number.parseInt(mask?.slice(-1) ?? '0', 16) & 1) === 1
  } catch {
    return false
  }
}

/** npm hands a request to stop to a shell, which dies of it without telling us. */
function stopWithoutNpm(): void {
  if (!process.env.npm_lifecycle_event) return
  const shell = process.ppid
  setInterval(() => process.ppid !== shell && !isStopping() && handle('SIGTERM'), 1000).unref()
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
