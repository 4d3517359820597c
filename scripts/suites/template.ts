import { hashOf } from '../lib/hash'
import { typescript } from '../lib/programs'
import { Refusal } from '../lib/refusal'
import { duration, say } from '../lib/say'
import type { Secrets } from '../lib/secrets'
import type { Cluster } from '../postgres/cluster'
import { prepareDatabase, urlsOf } from '../postgres/roles'
import { withClient } from '../postgres/superuser'
import { runNode } from './suite'

/** Name of the database every test database is a copy of. */
export const templateName = 'tf_template'

/**
 * Makes the template by running all migrations, unless the one that is there was made by exactly these. Two runs that
 * share a server take turns.
 */
export async function ensureTemplate(cluster: Cluster, secrets: Secrets): Promise<void> {
  const admin = urlsOf(cluster, secrets, 'postgres').admin
  await withClient(admin, async (turn) => {
    await turn.query("select pg_advisory_lock(hashtext('tf_template'))")
    await makeTemplate(cluster, secrets, admin)
  })
}

/** Makes a database that is a copy of the template, replacing one of that name. */
export async function cloneTemplate(cluster: Cluster, secrets: Secrets, name: string): Promise<void> {
  await withClient(urlsOf(cluster, secrets, 'postgres').admin, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.query(`create database ${name} template ${templateName} owner tf_owner`)
  })
}

async function makeTemplate(cluster: Cluster, secrets: Secrets, admin: string): Promise<void> {
  const hash = hashOf(['migrations', 'scripts/migrate.ts', 'scripts/postgres', 'package-lock.json'])
  if ((await templateHash(admin)) === hash) return
  const startedAt = Date.now()
  await withClient(admin, async (client) => {
    if ((await client.query(`select 1 from pg_database where datname = '${templateName}'`)).rowCount) {
      await client.query(`alter database ${templateName} is_template false`)
      await client.query(`drop database ${templateName} with (force)`)
    }
  })
  await migrate(cluster, secrets)
  await withClient(admin, async (client) => {
    await client.query(`alter database ${templateName} is_template true allow_connections false`)
    await client.query(`comment on database ${templateName} is '${hash}'`)
  })
  say(`the migrations made the template database in ${duration(Date.now() - startedAt)}`)
}

async function templateHash(admin: string): Promise<string | undefined> {
  return withClient(admin, async (client) => {
    const { rows } = await client.query<{ hash: string | null }>(
      `select shobj_description(oid, 'pg_database') as hash from pg_database where datname = $1`,
      [templateName],
    )
    return rows[0]?.hash ?? undefined
  })
}

async function migrate(cluster: Cluster, secrets: Secrets): Promise<void> {
  const urls = await prepareDatabase(cluster, secrets, templateName)
  const env = {
    NODE_ENV: 'production' as const,
    DATABASE_URL: urls.web,
    DATABASE_OWNER_URL: urls.owner,
    WORKER_DATABASE_URL: urls.worker,
    PAYLOAD_SECRET: secrets.payloadSecret,
    SERVER_URL: 'http://localhost:3000',
    DATA_DIR: cluster.options.dataDir,
  }
  const { code } = await runNode(typescript('scripts/migrate.ts'), env)
  if (code !== 0) throw new Refusal('The migrations failed; their messages are above.')
}
