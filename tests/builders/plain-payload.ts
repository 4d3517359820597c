import { postgresAdapter } from '@payloadcms/db-postgres'
import { BasePayload, type Payload, type SanitizedConfig } from 'payload'

import { bootPayload } from '@tests/setup/payload'

/**
 * The same configuration over Payload's own adapter, without our wrappers: regression tests show with it that what we
 * guard against still happens upstream. Close it with `closePlain`.
 */
export async function plainPayload(): Promise<Payload> {
  const { config } = await bootPayload()
  const db = postgresAdapter({ idType: 'uuidv7', push: false, pool: { connectionString: process.env.DATABASE_URL, max: 5, connectionTimeoutMillis: 3_000 }, disableCreateDatabase: true })
  const payload = await new BasePayload().init({ config: { ...config, db: db as SanitizedConfig['db'] }, disableOnInit: true })
  // Its connections die with the test's database; without a listener that would end the process (PF6).
  payload.db.pool.on('error', () => undefined)
  return payload
}

/** Ends its connections. */
export async function closePlain(payload: Payload | undefined): Promise<void> {
  if (!payload) return
  void payload.db.pool.end()
  await payload.destroy()
}
