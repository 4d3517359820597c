import { randomBytes } from 'node:crypto'

import { escapeIdentifier } from 'pg'

import { urlFor, withClient } from '../../scripts/postgres/superuser'

/** One database of a test: its name and its address for the owner of the tables and for the two programs. */
export type TestDatabase = { name: string; owner: string; web: string; worker: string }

type TestCluster = { port: number; admin: string; owner: string; web: string; worker: string }

const made: string[] = []

/**
 * Copies the migrated template (some 50 ms) and points the environment at the copy: DATABASE_URL for `tf_web`,
 * DATABASE_OWNER_URL for the owner of the tables, WORKER_DATABASE_URL for `tf_worker`. Every test file has one of its
 * own already; call this before the configuration is imported, or for a second database beside it.
 */
export async function freshDatabase(): Promise<TestDatabase> {
  const cluster = testCluster()
  const name = `tf_test_${process.env.JEST_WORKER_ID ?? '1'}_${randomBytes(4).toString('hex')}`
  await asAdmin(cluster, `create database ${escapeIdentifier(name)} template tf_template owner tf_owner`)
  made.push(name)
  const url = (role: 'owner' | 'web' | 'worker') =>
    urlFor({ name: `tf_${role}`, password: cluster[role] }, cluster.port, name)
  const database = { name, owner: url('owner'), web: url('web'), worker: url('worker') }
  process.env.DATABASE_URL = database.web
  process.env.DATABASE_OWNER_URL = database.owner
  process.env.WORKER_DATABASE_URL = database.worker
  return database
}

/** Runs SQL as the owner of the tables, past every right of the application: to look, or to plant a broken row. */
export async function ownerQuery<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
  const url = process.env.DATABASE_OWNER_URL ?? ''
  const { rows } = await withClient(url, (client) => client.query<Row>(sql, values))
  return rows
}

/** The address of the current database for the superuser: only for tests that mend rows behind every trigger and roll back. */
export function superuserUrl(): string {
  const { port, admin } = testCluster()
  return urlFor({ name: 'postgres', password: admin }, port, new URL(process.env.DATABASE_OWNER_URL ?? '').pathname.slice(1))
}

/** Removes the databases this test file made, whoever is still connected. */
export async function dropDatabases(): Promise<void> {
  for (const name of made.splice(0)) {
    await asAdmin(testCluster(), `drop database if exists ${escapeIdentifier(name)} with (force)`)
  }
}

async function asAdmin(cluster: TestCluster, sql: string): Promise<void> {
  const url = urlFor({ name: 'postgres', password: cluster.admin }, cluster.port, 'postgres')
  await withClient(url, (client) => client.query(sql))
}

function testCluster(): TestCluster {
  const note = process.env.TF_TEST_CLUSTER
  if (!note) throw new Error('Tests that need a database are started by npm test: npm test -- --only int <pattern>')
  return JSON.parse(note) as TestCluster
}
