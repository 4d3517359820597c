import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * Runs before each test file, and before anything reads the configuration: the settings that the start script gives
 * in an installation. The address leads nowhere; files that need a database get one from `clone.ts`.
 */
const dataDir = path.join(tmpdir(), `thoroughfare-test-${process.env.JEST_WORKER_ID ?? '1'}`)

process.env.LOG_LEVEL ??= 'error'
Object.assign(process.env, {
  TZ: 'UTC',
  DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  PAYLOAD_SECRET: 'a secret of forty characters for the tests',
  SERVER_URL: 'http://localhost:3000',
  MAILBOX: '1',
  // Tests ask faster than people; what is about limits sets its own figures.
  RATE_LIMITS: ['general', 'burst', 'anonymous', 'login', 'recovery', 'account', 'search', 'export', 'upload', 'megabytes']
    .map((name) => `${name}:100000000/60`)
    .join(),
  DATA_DIR: dataDir,
  FILES_DIR: path.join(dataDir, 'files'),
})
