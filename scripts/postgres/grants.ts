import { type Client, escapeIdentifier } from 'pg'

import { withClient } from './superuser'

/**
 * Lets the given roles read and write rows of the owner's tables, present and future, in the schemas of the
 * application and of its queue; shape and ownership stay with the owner. The owner itself and
 * roles that do not exist are skipped.
 */
export async function grantRows(ownerUrl: string, roles: string[]): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const owner = await currentRole(client)
    const schemas = await existingSchemas(client, ['public', 'bullmq'])
    for (const role of (await existingRoles(client, roles)).filter((one) => one !== owner)) {
      for (const schema of schemas) await client.query(grantsFor(escapeIdentifier(schema), escapeIdentifier(role)))
    }
  })
}

/** The name of the role an address signs in as, or undefined where it names none. */
export function roleOf(url: string): string | undefined {
  return decodeURIComponent(new URL(url).username) || undefined
}

function grantsFor(schema: string, role: string): string {
  const rows = 'select, insert, update, delete'
  return `
    grant usage on schema ${schema} to ${role};
    grant ${rows} on all tables in schema ${schema} to ${role};
    grant usage, select on all sequences in schema ${schema} to ${role};
    alter default privileges in schema ${schema} grant ${rows} on tables to ${role};
    alter default privileges in schema ${schema} grant usage, select on sequences to ${role};`
}

async function currentRole(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>('select current_user as name')
  return rows[0]?.name
}

async function existingRoles(client: Client, wanted: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any($1)',
    [wanted],
  )
  return rows.map((row) => row.name)
}

async function existingSchemas(client: Client, wanted: string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select nspname as name from pg_namespace where nspname = any($1)',
    [wanted],
  )
  return rows.map((row) => row.name)
}
