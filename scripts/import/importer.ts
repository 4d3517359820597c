import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { createHeadquarters } from '@/domain/network'
import { loadOrganization } from '@/platform/access/load-principal'
import { systemPrincipal, type Principal } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { hashPassword } from '@/platform/password'
import { perform } from '@/platform/perform'

const FACTS = { requestId: 'import', ip: null, agent: 'import' }

/**
 * The HQ an import goes to, and the system acting for it. An HQ that does not exist is founded, and its first
 * administrator's sign-in is printed once.
 */
export async function importer(payload: Payload, code: string): Promise<{ id: string; principal: Principal }> {
  const pool = poolOf(payload)
  const { rows } = await pool.query<{ id: string }>(`select id from organizations where code = $1 and kind = 'hq' order by created_at limit 1`, [code])
  const id = rows[0]?.id ?? (await found(payload, code))
  const organization = await loadOrganization(pool, id)
  if (!organization) throw new Error(`The organization ${code} is gone.`)
  return { id, principal: systemPrincipal(organization, 'import') }
}

async function found(payload: Payload, code: string): Promise<string> {
  const password = `${randomBytes(9).toString('base64url')}1aA`
  const email = `admin@${code.toLowerCase()}.example`
  const founding = { ...systemPrincipal({ id: '', code: '', slug: '', name: '', kind: 'hq', tree: '', path: [], currency: 'USD', zone: 'UTC', locale: 'en-US' }, 'import'), memberships: [] }
  const input = { code, name: code, currency: 'USD', zone: 'America/New_York', locale: 'en-US', administrator: { name: `${code} administrator`, email, credentials: await hashPassword(password) } }
  const { organization } = await perform(createHeadquarters, input, { payload, principal: founding, facts: FACTS })
  process.stdout.write(`Founded ${code}. Its administrator signs in as ${email} with the password ${password}\n`)
  return organization
}
