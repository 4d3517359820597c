import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { defineSetting, readSetting } from '@/kernel/setting'
import { isWithin, networkOf } from '@/platform/access/addresses'
import type { Queryable } from '@/platform/access/load-principal'
import type { Principal } from '@/platform/access/principal'
import { env } from '@/platform/env'
import { perProcess } from '@/platform/per-process'

const Network = z
  .string()
  .max(60)
  .refine((text) => networkOf(text) !== null, { error: 'must be an address or a network like 203.0.113.0/24' })
  .transform((text) => networkOf(text) ?? text)

/** From where people of the headquarters may work; empty: from anywhere. */
export const adminNetworks = defineSetting({
  key: 'security.adminNetworks',
  schema: z.array(Network).max(100),
  default: [],
  label: 'Networks of the headquarters',
  help: 'People of the headquarters get in from these addresses only. Empty: from anywhere. If you lock yourself out, the operator of the server starts it with ADMIN_NETWORKS=off.',
  group: 'Sign-in',
  page: 'security',
  deepest: 'hq',
  write: 'policy.write',
  editor: { kind: 'list', placeholder: '203.0.113.0/24' },
})

const FRESH_MS = 10_000
const LOAD = `select organization_id as organization, value from settings where organization_id = any($1::uuid[]) and branch_id is null and key = $2`

const state = perProcess('admin-networks', () => ({ known: new Map<string, { networks: string[]; until: number }>() }))

/**
 * Refuses people of a headquarters who come from an address its list does not name (ADDRESS_NOT_LISTED). Their other
 * memberships do not help: one person is one session. The list is read at most every ten seconds; API keys have their own.
 */
export async function mustBeListed(db: Queryable, principal: Principal, ip: string | null): Promise<void> {
  if (env.ADMIN_NETWORKS === 'off') return
  for (const id of headquartersOf(principal)) {
    if (!isWithin(ip, await networksOf(db, id))) refuse('ADDRESS_NOT_LISTED', {})
  }
}

/** Whether each of them may still come from its address, by lists that are read now; in the order asked. */
export async function areListed(db: Queryable, asked: readonly { principal: Principal; ip: string | null }[]): Promise<boolean[]> {
  if (env.ADMIN_NETWORKS === 'off') return asked.map(() => true)
  const headquarters = [...new Set(asked.flatMap(({ principal }) => headquartersOf(principal)))]
  if (headquarters.length > 0) await readNetworks(db, headquarters)
  return asked.map(({ principal, ip }) => headquartersOf(principal).every((id) => isWithin(ip, state.known.get(id)?.networks ?? [])))
}

/** Forgets what was read, so that the next request reads it again. */
export function forgetAdminNetworks(): void {
  state.known.clear()
}

// Keys have networks of their own.
function headquartersOf({ kind, memberships }: Principal): string[] {
  return kind === 'person' ? memberships.flatMap(({ organization }) => (organization.kind === 'hq' ? [organization.id] : [])) : []
}

async function networksOf(db: Queryable, organization: string): Promise<string[]> {
  const known = state.known.get(organization)
  if (known && known.until > Date.now()) return known.networks
  await readNetworks(db, [organization])
  return state.known.get(organization)?.networks ?? []
}

async function readNetworks(db: Queryable, organizations: readonly string[]): Promise<void> {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: { organization: string; value: unknown }[] }>
  const { rows } = await query({ name: 'tf_admin_networks', text: LOAD, values: [organizations, adminNetworks.key] })
  const values = new Map(rows.map(({ organization, value }) => [organization, value]))
  const until = Date.now() + FRESH_MS
  for (const id of organizations) state.known.set(id, { networks: readSetting(adminNetworks, values.get(id)), until })
}
