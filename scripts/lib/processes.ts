import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { waitFor } from './wait'

/** True when the process exists and is more than a zombie nobody has collected. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/** The command line of a process, or '' when it is gone or cannot be read. */
export function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** Sends a signal to a whole process group (children are started as group leaders); false when it is gone already. */
export function signalGroup(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
    return true
  } catch {
    return false
  }
}

/** Asks a process group to end, waits `graceMs`, then ends it by force. Returns when the leader is gone. */
export async function stopGroup(pid: number, { graceMs = 15_000 }: { graceMs?: number } = {}): Promise<void> {
  if (!signalGroup(pid, 'SIGTERM')) return
  if (await waitFor(() => !isAlive(pid), { timeoutMs: graceMs })) return
  signalGroup(pid, 'SIGKILL')
  await waitFor(() => !isAlive(pid), { timeoutMs: 5_000 })
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}
