import { type Client, escapeIdentifier, escapeLiteral } from 'pg'

import type { Secrets } from '../lib/secrets'
import type { Cluster } from './cluster'
import { urlFor, withClient } from './superuser'

/** Addresses of one database: for migrations (`owner`) and for the two programs that may not change its shape. */
export type DatabaseUrls = { admin: string; owner: string; web: string; worker: string }

/** The roles of the programs on our own server. */
export const appRoles = ['tf_web', 'tf_worker'] as const

/**
 * Makes the roles and the database where they are missing, and sets the roles' passwords. `tf_owner` owns every
 * table; `tf_web` and `tf_worker` read and write rows, so that neither can drop a trigger that keeps a ledger true.
 */
export async function prepareDatabase(cluster: Cluster, secrets: Secrets, database: string): Promise<DatabaseUrls> {
  const urls = urlsOf(cluster, secrets, database)
  await withClient(urlsOf(cluster, secrets, 'postgres').admin, async (client) => {
    await ensureRole(client, 'tf_owner', secrets.owner)
    await ensureRole(client, 'tf_web', secrets.web)
    await ensureRole(client, 'tf_worker', secrets.worker)
    await ensureDatabase(client, database)
  })
  return urls
}

/** The addresses of a database of the cluster for each of its roles. */
export function urlsOf(cluster: Cluster, secrets: Secrets, database: string): DatabaseUrls {
  const url = (name: string, password: string) => urlFor({ name, password }, cluster.port, database)
  return {
    admin: url('postgres', cluster.password),
    owner: url('tf_owner', secrets.owner),
    web: url('tf_web', secrets.web),
    worker: url('tf_worker', secrets.worker),
  }
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const name = escapeIdentifier(role)
  if (!rowCount) await client.query(`create role ${name} login nosuperuser nocreatedb nocreaterole`)
  await client.query(`alter role ${name} password ${escapeLiteral(password)}`)
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database])
  if (rowCount) return
  const name = escapeIdentifier(database)
  await client.query(`create database ${name} owner tf_owner`)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect, temporary on database ${name} to ${appRoles.join(', ')}`)
}
