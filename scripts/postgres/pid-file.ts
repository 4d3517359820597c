import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'

import { commandOf, isAlive } from '../lib/processes'

/** What a running server says about itself. */
export type RunningServer = { pid: number; port: number }

/**
 * The server that `postmaster.pid` of a data folder names, if that process lives and is a PostgreSQL. A note left by a
 * killed server whose number now belongs to another program is removed: the server itself would refuse to start.
 */
export function runningServer(dataFolder: string): RunningServer | undefined {
  const file = path.join(dataFolder, 'postmaster.pid')
  const [pid, , , port] = readLines(file).map(Number)
  if (!pid) return undefined
  if (!isAlive(pid)) return undefined
  if (!commandOf(pid).includes('postgres')) {
    rmSync(file, { force: true })
    return undefined
  }
  return { pid, port: port ?? 0 }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}
