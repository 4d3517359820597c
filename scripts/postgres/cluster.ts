import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'

import { isPortFree, nextFreePort } from '../lib/ports'
import { isAlive } from '../lib/processes'
import { Refusal } from '../lib/refusal'
import { sleep, waitFor } from '../lib/wait'
import { chooseHome, type Home, rememberPort } from './home'
import { initialise } from './initialise'
import { runningServer } from './pid-file'
import { lastWords, spawnServer } from './spawn'
import { answers } from './superuser'

/** What is asked of a cluster: where its files go, its superuser's password, and settings beside our own. */
export type ClusterOptions = {
  dataDir: string
  password: string
  settings?: Record<string, string>
  /** Only this port will do: others know the address already. */
  port?: number
}

/** A running server. `reused`: it was already up, left by an earlier start. */
export type Cluster = {
  port: number
  pid: number
  password: string
  reused: boolean
  home: Home
  options: ClusterOptions
}

const readyMs = 60_000

/**
 * Starts the PostgreSQL server of `dataDir`, or adopts the one that already runs there. Survives what a hard stop
 * leaves behind: a stale pid file, a half-made data folder, backends that still hold the memory of a killed server.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const home = await chooseHome(options.dataDir)
  if (!existsSync(home.data)) await initialise(home, options.password)
  const adopted = await adopt(home, options)
  if (adopted) return adopted
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(home, options.port)
    const cluster = await tryStart(home, options, port)
    if (cluster) return cluster
    if (attempt === 6) throw new Refusal(`PostgreSQL does not start: ${lastWords(home)}`)
    await sleep(500 * attempt)
  }
}

/** Stops the server: transactions in work are rolled back, everything committed is on disk. */
export async function stopCluster(cluster: Pick<Cluster, 'pid'>): Promise<void> {
  for (const [signal, timeoutMs] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(cluster.pid, signal)
    } catch {
      return
    }
    if (await waitFor(() => !isAlive(cluster.pid), { timeoutMs, everyMs: 50 })) return
  }
  throw new Refusal(`PostgreSQL (process ${cluster.pid}) does not stop.`)
}

/** Stops the server and removes its folder: for clusters that only a test run needed. */
export async function discardCluster(cluster: Cluster): Promise<void> {
  await stopCluster(cluster)
  await rm(path.dirname(cluster.home.data), { recursive: true, force: true })
  await rm(cluster.options.dataDir, { recursive: true, force: true })
}

async function adopt(home: Home, options: ClusterOptions): Promise<Cluster | undefined> {
  const running = runningServer(home.data)
  if (!running) return undefined
  const { pid, port } = running
  const up = await waitFor(async () => !isAlive(pid) || (await answers(port, options.password)), { timeoutMs: readyMs })
  if (!isAlive(pid)) return undefined
  if (!up)
    throw new Refusal(`The PostgreSQL that runs in ${home.data} (process ${pid}) does not answer on port ${port}.`)
  await rememberPort(home, port)
  return { port, pid, password: options.password, reused: true, home, options }
}

async function tryStart(home: Home, options: ClusterOptions, port: number): Promise<Cluster | undefined> {
  const server = spawnServer(home, port, options.settings)
  const up = await waitFor(async () => server.hasEnded() || (await answers(port, options.password)), {
    timeoutMs: readyMs,
  })
  if (server.hasEnded()) return undefined
  if (!up) throw new Refusal(`PostgreSQL did not become ready within ${readyMs / 1000} seconds: ${lastWords(home)}`)
  await rememberPort(home, port)
  return { port, pid: server.pid, password: options.password, reused: false, home, options }
}

async function choosePort(home: Home, only: number | undefined): Promise<number> {
  if (only) return only
  if (home.port && (await isPortFree(home.port))) return home.port
  return nextFreePort(54_320)
}
