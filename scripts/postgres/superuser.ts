import { Client, type ClientConfig } from 'pg'

/** Address of a database of an embedded server for one role. */
export function urlFor(role: { name: string; password: string }, port: number, database: string): string {
  return `postgres://${role.name}:${encodeURIComponent(role.password)}@127.0.0.1:${port}/${database}`
}

/** True when the server on that port lets the superuser in. */
export async function answers(port: number, password: string): Promise<boolean> {
  try {
    await withClient(urlFor({ name: 'postgres', password }, port, 'postgres'), (client) => client.query('select 1'))
    return true
  } catch {
    return false
  }
}

/** Opens one connection, hands it to `work`, closes it whatever happens; returns what `work` returned. */
export async function withClient<T>(target: string | ClientConfig, work: (client: Client) => Promise<T>): Promise<T> {
  const config = typeof target === 'string' ? { connectionString: target } : target
  const client = new Client({ connectionTimeoutMillis: 5_000, ...config })
  // Without a listener a connection that breaks between two statements would end the whole process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
