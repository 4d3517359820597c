import path from 'node:path'

import { type Cluster, startCluster, stopCluster } from '../postgres/cluster'
import { type DatabaseUrls, prepareDatabase } from '../postgres/roles'
import { withClient } from '../postgres/superuser'
import { isAlive } from './processes'
import { Refusal, sentenceOf } from './refusal'
import { projectRoot } from './root'
import { sayStep } from './say'
import type { Secrets } from './secrets'
import type { Settings } from './settings'
import { isStopping, onStop } from './stopping'
import { sleep } from './wait'

/** The server as it is now; `revival` is settled unless it is being started again. */
type Server = { cluster: Cluster; revival: Promise<void> }

/** Makes the database available: our own server, or the one DATABASE_URL names. Returns its addresses. */
export async function openDatabase(settings: Settings, secrets: Secrets): Promise<Omit<DatabaseUrls, 'admin'>> {
  if (settings.foreign) return openForeign(settings.foreign)
  const cluster = await startCluster({ dataDir: settings.dataDir, password: secrets.superuser })
  const server: Server = { cluster, revival: Promise.resolve() }
  onStop({
    name: 'database',
    close: async () => {
      await server.revival
      await stopCluster(server.cluster)
      sayStep('database', 'stopped')
    },
    force: () => process.kill(server.cluster.pid, 'SIGQUIT'),
  })
  const urls = await prepareDatabase(cluster, secrets, 'thoroughfare')
  sayStep('database', `${describe(cluster)}${cluster.reused ? ' (was still running)' : ''}`)
  void watch(server)
  return urls
}

async function openForeign(urls: NonNullable<Settings['foreign']>): Promise<Omit<DatabaseUrls, 'admin'>> {
  const { host, pathname } = parsed(urls.web)
  try {
    for (const url of new Set(Object.values(urls))) await withClient(url, (client) => client.query('select 1'))
  } catch (error) {
    throw new Refusal(`The database ${pathname.slice(1)} at ${host} cannot be opened: ${sentenceOf(error)}.`)
  }
  sayStep('database', `${pathname.slice(1)} at ${host}`)
  return urls
}

function parsed(url: string): URL {
  try {
    return new URL(url)
  } catch {
    throw new Refusal('DATABASE_URL must look like postgres://user:password@host:5432/database.')
  }
}

function describe({ home, port }: Cluster): string {
  const version = home.binaries.version.replace(/\.0(-.*)?$/, '')
  const where = path.relative(projectRoot, home.data)
  const folder = where.startsWith('..') ? home.data : where
  return `PostgreSQL ${version} on port ${port}, files in ${folder}${home.user ? `, as user ${home.user.name}` : ''}`
}

async function watch(server: Server): Promise<void> {
  for (;;) {
    await sleep(1000)
    if (isStopping()) return
    if (isAlive(server.cluster.pid)) continue
    server.revival = revive(server)
    await server.revival
  }
}

async function revive(server: Server): Promise<void> {
  sayStep('database', 'is gone; starting it again')
  try {
    // The programs that use it know its address, so it must come back under the same one.
    server.cluster = await startCluster({ ...server.cluster.options, port: server.cluster.port })
    sayStep('database', 'runs again')
  } catch (error) {
    sayStep('database', sentenceOf(error))
  }
}
