import { chmod, mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { type Cluster, discardCluster, startCluster } from '../postgres/cluster'
import { urlsOf } from '../postgres/roles'
import { openSecrets, type Secrets } from '../lib/secrets'
import { dataFolder } from '../lib/settings'
import { onStop } from '../lib/stopping'
import { ensureTemplate } from './template'

/** The server of a test run; `note` is what the test files are told about it. */
export type TestCluster = { cluster: Cluster; secrets: Secrets; note: string }

let opened: Promise<TestCluster> | undefined

/**
 * A PostgreSQL of the test run's own with the migrated template database, started at the first call. With
 * TF_TEST_KEEP=1 it stays up for the next run, and the template is made anew only when the migrations have changed.
 */
export function testCluster(): Promise<TestCluster> {
  opened ??= open()
  return opened
}

/** Addresses of one of its databases. */
export function testUrls({ cluster, secrets }: TestCluster, database: string) {
  return urlsOf(cluster, secrets, database)
}

const keep = process.env.TF_TEST_KEEP === '1'

/** Nothing here must outlive a crash, so durability is traded for speed. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum_naptime: '5min',
  log_min_duration_statement: '-1',
}

async function open(): Promise<TestCluster> {
  const dataDir = keep ? path.join(dataFolder(), 'test') : await mkdtemp(path.join(tmpdir(), 'thoroughfare-'))
  await mkdir(dataDir, { recursive: true })
  // The server may run as another user, who has to get through this folder to its own.
  await chmod(dataDir, 0o711)
  const secrets = openSecrets(dataDir)
  const cluster = await startCluster({ dataDir, password: secrets.superuser, settings })
  if (!keep)
    onStop({
      name: 'test database',
      close: () => discardCluster(cluster),
      force: () => process.kill(cluster.pid, 'SIGQUIT'),
    })
  await ensureTemplate(cluster, secrets)
  const { superuser: admin, owner, web, worker } = secrets
  return { cluster, secrets, note: JSON.stringify({ port: cluster.port, admin, owner, web, worker }) }
}
