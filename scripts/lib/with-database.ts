import { startCluster, stopCluster } from '../postgres/cluster'
import { prepareDatabase } from '../postgres/roles'
import { keepWhatIsThere } from './demo-mark'
import { openSecrets } from './secrets'
import { dataFolder, loadEnvironment } from './settings'

/**
 * Runs a command of the installation with its database: the one of DATABASE_URL, else our own server, which is started
 * when it is not up and stopped again afterwards. The work must import what reads the environment only inside.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  loadEnvironment()
  const dataDir = dataFolder()
  process.env.APP_NAME ||= 'tf-command'
  if (process.env.DATABASE_URL && process.env.PAYLOAD_SECRET) return work()
  const secrets = openSecrets(dataDir)
  process.env.PAYLOAD_SECRET ||= secrets.payloadSecret
  if (!process.env.TF_DATA_KEYS_FILE) process.env.TF_DATA_KEYS ||= `k1:${secrets.dataKey}`
  process.env.DATA_DIR = dataDir
  if (process.env.DATABASE_URL) return work()
  const cluster = await startCluster({ dataDir, password: secrets.superuser })
  try {
    const urls = await prepareDatabase(cluster, secrets, 'thoroughfare')
    process.env.DATABASE_URL = urls.worker
    process.env.DATABASE_OWNER_URL = urls.owner
    keepWhatIsThere(dataDir)
    process.env.DATABASE_OWNER_URL = urls.owner
    process.env.WORKER_DATABASE_URL = urls.worker
    await migrateWhereNeeded(urls)
    return await work()
  } finally {
    if (!cluster.reused) await stopCluster(cluster)
  }
}

async function migrateWhereNeeded(urls: { owner: string; web: string; worker: string }): Promise<void> {
  const { pendingMigrations } = await import('./migrations')
  const pending = await pendingMigrations(urls.owner)
  if (pending.names.length === 0 && !pending.queue) return
  const { typescript } = await import('./programs')
  const { execFileSync } = await import('node:child_process')
  const env = {
    ...process.env,
    DATABASE_URL: urls.web,
    DATABASE_OWNER_URL: urls.owner,
    WORKER_DATABASE_URL: urls.worker,
  }
  execFileSync(process.execPath, typescript('scripts/migrate.ts'), { env, stdio: 'inherit' })
}
