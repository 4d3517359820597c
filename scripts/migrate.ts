import { runMigrations } from 'bullmq'

import { pendingMigrations } from './lib/migrations'
import { sentenceOf } from './lib/refusal'
import { say } from './lib/say'
import { grantRows, roleOf } from './postgres/grants'
import { appRoles } from './postgres/roles'
import { withClient } from './postgres/superuser'

/**
 * `npm run migrate`: brings a database up to date and exits. Runs as the role that owns the tables
 * (DATABASE_OWNER_URL, else DATABASE_URL) and lets the roles of DATABASE_URL and WORKER_DATABASE_URL use them, as well
 * as those of our own server.
 */
async function main(): Promise<void> {
  const appUrl = process.env.DATABASE_URL
  const ownerUrl = process.env.DATABASE_OWNER_URL || appUrl
  if (!ownerUrl) throw new Error('Set DATABASE_URL to the database that shall be migrated.')
  const pending = await pendingMigrations(ownerUrl)
  if (pending.queue) await withClient(ownerUrl, (client) => runMigrations(client))
  if (pending.names.length > 0) await runOwnMigrations(ownerUrl)
  await mustBeDone(ownerUrl)
  await grantRows(ownerUrl, rolesToServe([appUrl, process.env.WORKER_DATABASE_URL]))
  say(pending.names.length > 0 ? `${pending.names.length} migrations done` : 'the database is up to date')
}

async function runOwnMigrations(ownerUrl: string): Promise<void> {
  // The configuration reads its address while it is imported, so the owner's must stand there before.
  process.env.DATABASE_URL = ownerUrl
  const [{ getPayload }, { default: config }] = await Promise.all([import('payload'), import('@payload-config')])
  const payload = await getPayload({ config, disableOnInit: true })
  await payload.db.migrate()
  await payload.destroy()
}

function rolesToServe(urls: (string | undefined)[]): string[] {
  const named = urls.filter((url) => url !== undefined).map(roleOf)
  return [...new Set([...named, ...appRoles])].filter((role) => role !== undefined)
}

async function mustBeDone(ownerUrl: string): Promise<void> {
  const left = (await pendingMigrations(ownerUrl)).names
  if (left.length > 0) throw new Error(`These migrations did not run: ${left.join(', ')}.`)
}

try {
  await main()
  process.exit(0)
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exit(1)
}
