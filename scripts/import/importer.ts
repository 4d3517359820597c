import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { createHeadquarters } from '@/domain/network'
import { loadOrganization } from '@/platform/access/load-principal'
import { installationPrincipal, type OrganizationFacts } from '@/platform/access/principal'
import { poolOf } from '@/platform/db/pool'
import { hashPassword } from '@/platform/password'
import { perform } from '@/platform/perform'

/** An HQ as a dry run sees it before it exists: it owns nothing yet. */
const UNBORN: OrganizationFacts = {
  id: '00000000-0000-7000-8000-000000000000',
  code: '',
  slug: '',
  name: '',
  kind: 'hq',
  tree: '00000000-0000-7000-8000-000000000000',
  path: [],
  currency: 'USD',
  zone: 'America/New_York',
  locale: 'en-US',
}

/**
 * The HQ an import goes to. One that does not exist is founded, and its first administrator's sign-in is printed once;
 * a dry run only imagines it.
 */
export async function importer(payload: Payload, code: string, isDryRun: boolean): Promise<OrganizationFacts> {
  const pool = poolOf(payload)
  const { rows } = await pool.query<{ id: string }>(`select id from organizations where code = $1 and kind = 'hq' order by created_at limit 1`, [code])
  if (!rows[0] && isDryRun) return { ...UNBORN, code, name: code }
  const organization = await loadOrganization(pool, rows[0]?.id ?? (await found(payload, code)))
  if (!organization) throw new Error(`The organization ${code} is gone.`)
  return organization
}

async function found(payload: Payload, code: string): Promise<string> {
  const password = `${randomBytes(9).toString('base64url')}1aA`
  const email = `admin@${code.toLowerCase()}.example`
  const administrator = { name: `${code} administrator`, email, credentials: await hashPassword(password) }
  const { currency, zone, locale } = UNBORN
  const founding = { payload, principal: installationPrincipal('import'), facts: { requestId: 'import', ip: null, agent: 'import' } }
  const { organization } = await perform(createHeadquarters, { code, name: code, currency, zone, locale, administrator }, founding)
  process.stdout.write(`Founded ${code}. Its administrator signs in as ${email} with the password ${password}\n`)
  return organization
}
