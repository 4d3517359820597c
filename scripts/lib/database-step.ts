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

/** Makes the database available: our own server, or the one DATABASE_URL names. Returns its addresses. */
export async function openDatabase(settings: Settings, secrets: Secrets): Promise<Omit<DatabaseUrls, 'admin'>> {
  if (settings.foreign) return openForeign(settings.foreign)
  let cluster = await startCluster({ dataDir: settings.dataDir, password: secrets.superuser })
  onStop({
    name: 'database',
    close: async () => {
      await stopCluster(cluster)
      sayStep('database', 'stopped')
    },
    force: () => process.kill(cluster.pid, 'SIGQUIT'),
  })
  const urls = await prepareDatabase(cluster, secrets, 'thoroughfare')
  sayStep('database', `${describe(cluster)}${cluster.reused ? ' (was still running)' : ''}`)
  void watch(cluster, (revived) => (cluster = revived))
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

async function watch(first: Cluster, onRevived: (cluster: Cluster) => void): Promise<void> {
  let cluster = first
  for (;;) {
    await sleep(1000)
    if (isStopping()) return
    if (isAlive(cluster.pid)) continue
    sayStep('database', 'is gone; starting it again')
    try {
      // The programs that use it know its address, so it must come back under the same one.
      cluster = await startCluster({ ...cluster.options, port: cluster.port })
      onRevived(cluster)
      sayStep('database', 'runs again')
    } catch (error) {
      sayStep('database', sentenceOf(error))
    }
  }
}
