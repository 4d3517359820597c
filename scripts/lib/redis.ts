import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { installDebian, programOnPath } from './debian'
import { Refusal } from './refusal'
import { waitFor } from './wait'

const names = ['redis-server', 'valkey-server']

/**
 * The Redis for tests: on the PATH; in CI Debian's is installed where that is possible. Throws a Refusal where there is
 * none: a run without the queue on Redis must not look complete.
 */
export function redisPath(): string {
  const found =
    programOnPath(names) ?? (process.env.CI && installDebian('redis-server') ? programOnPath(names) : undefined)
  if (!found) throw new Refusal('No Redis was found: install one (apt-get install redis-server).')
  return found
}

/** Starts a Redis of its own that keeps nothing on a free port; answers its address and how to stop it. */
export async function startRedis(port: number): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'thoroughfare-redis-'))
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder]
  const child = spawn(redisPath(), args, { stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  if (!(await waitFor(() => accepts(port), { timeoutMs: 10_000 }))) throw new Refusal('Redis did not start.')
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port })
    const end = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
