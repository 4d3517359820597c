import type { DatabaseUrls } from '../postgres/roles'
import type { Secrets } from './secrets'
import type { Settings } from './settings'

/** The environment of each program: who signs in to the database as whom, and what all of them share. */
export type ProgramEnvs = Record<'owner' | 'web' | 'worker', NodeJS.ProcessEnv>

/** Only `owner` (the migrations) ever gets to know the address that may change the shape of the database. */
export function programEnvs(settings: Settings, secrets: Secrets, urls: Omit<DatabaseUrls, 'admin'>): ProgramEnvs {
  const { DATABASE_OWNER_URL: _owner, WORKER_DATABASE_URL: _worker, ...inherited } = process.env
  const shared: NodeJS.ProcessEnv = {
    MAILBOX: settings.demo ? '1' : '0',
    PAYLOAD_SECRET: secrets.payloadSecret,
    ...(process.env.TF_DATA_KEYS_FILE ? {} : { TF_DATA_KEYS: `k1:${secrets.dataKey}` }),
    NEXT_TELEMETRY_DISABLED: '1',
    ...inherited,
    NODE_ENV: settings.dev ? 'development' : 'production',
    SERVER_URL: settings.serverUrl,
    PORT: String(settings.port),
    DATA_DIR: settings.dataDir,
    FILES_DIR: settings.filesDir,
  }
  return {
    owner: { ...shared, DATABASE_URL: urls.web, DATABASE_OWNER_URL: urls.owner, WORKER_DATABASE_URL: urls.worker },
    web: { ...shared, DATABASE_URL: urls.web },
    worker: { ...shared, DATABASE_URL: urls.worker },
  }
}
