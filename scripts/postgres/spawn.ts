import { spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import path from 'node:path'

import type { Home } from './home'

/** A server process that was just started; `hasEnded` tells whether it is gone again. */
export type ServerProcess = { pid: number; hasEnded: () => boolean }

const defaults: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  log_lock_waits: 'on',
  log_min_duration_statement: '500',
  log_line_prefix: '%m [%p] %u ',
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C in the terminal reaches us alone and the database
 * can be stopped last; its log goes to a file, which a killed parent cannot close.
 */
export function spawnServer(home: Home, port: number, settings: Record<string, string> = {}): ServerProcess {
  const flags = Object.entries({ ...defaults, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openLog(logFile(home))
  const child = spawn(home.binaries.postgres, ['-D', home.data, '-p', String(port), ...flags], {
    cwd: path.dirname(home.data),
    detached: true,
    stdio: ['ignore', log, log],
    ...(home.user ? { uid: home.user.uid, gid: home.user.gid } : {}),
  })
  closeSync(log)
  let ended = false
  child.once('exit', () => (ended = true))
  child.once('error', () => (ended = true))
  child.unref()
  return { pid: child.pid ?? 0, hasEnded: () => ended }
}

/** The last thing the server wrote to its log that tells why it does not run. */
export function lastWords(home: Home): string {
  const lines = existsSync(logFile(home)) ? readFileSync(logFile(home), 'utf8').trimEnd().split('\n').slice(-40) : []
  const telling = lines.filter((line) => /FATAL|PANIC|could not/.test(line)).at(-1) ?? lines.at(-1)
  return telling?.replace(/^.*?(FATAL|PANIC|LOG|HINT):\s*/, '') ?? `see ${logFile(home)}`
}

function logFile(home: Home): string {
  return path.join(path.dirname(home.note), 'postgres.log')
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > 20_000_000) renameSync(file, `${file}.1`)
  return openSync(file, 'a', 0o600)
}
