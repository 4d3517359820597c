import type { Reach } from '@/kernel/permission'

/** What a role gives in one organization; `branch` is set when the role counts in that branch only. */
export interface Grant {
  permission: string
  reach: Reach
  branch: string | null
}

/** The tenant as the request knows it. `path` holds the ids from the top of the tree down to itself. */
export interface OrganizationFacts {
  id: string
  code: string
  slug: string
  name: string
  kind: 'hq' | 'dealer' | 'supplier' | 'partner'
  tree: string
  path: readonly string[]
  currency: string
  zone: string
  locale: string
}

export interface Membership {
  id: string
  organization: OrganizationFacts
  grants: readonly Grant[]
  /** Organizations below this one, filled only for a group that is not the top of its tree. */
  below: readonly string[]
}

/**
 * Who acts: a signed-in person, a program with an API key, or the system on behalf of one organization. Memberships are
 * loaded once per request; a key has one, with what its scopes leave of its creator's rights.
 */
export interface Principal {
  kind: 'person' | 'system' | 'key'
  id: string
  name: string
  email: string
  session: string | null
  locale: string | null
  zone: string | null
  /** How the person wants dates and amounts written, beyond its locale. */
  reading?: { dateFormat: string | null; currency: string | null }
  memberships: readonly Membership[]
}

// Next bundles pages and API routes apart, and each gets its own copy of this module, while Payload is one per process:
// the map must be one per process too, or a principal remembered by one bundle is unknown to the other.
const KEY = Symbol.for('thoroughfare.principals')
const shared = globalThis as typeof globalThis & { [KEY]?: WeakMap<object, Principal> }
const principals = (shared[KEY] ??= new WeakMap<object, Principal>())

/** Remembers the principal of an authenticated Payload user; the user object itself stays free of roles. */
export function rememberPrincipal(user: object, principal: Principal): void {
  principals.set(user, principal)
}

/** The principal behind a Payload user, or null: then every access answers no. */
export function principalOf(user: object | null | undefined): Principal | null {
  return user ? (principals.get(user) ?? null) : null
}

/** A job or script that acts for one organization and everything it owns. */
export function systemPrincipal(organization: OrganizationFacts, actor = 'system'): Principal {
  return {
    kind: 'system',
    id: '00000000-0000-0000-0000-000000000000',
    name: actor,
    email: '',
    session: null,
    locale: null,
    zone: null,
    memberships: [{ id: 'system', organization, grants: [], below: [] }],
  }
}

/** The installation itself, for jobs of the clock: it belongs to no organization and performs operations of scope `public`. */
export function installationPrincipal(actor = 'system'): Principal {
  const id = '00000000-0000-0000-0000-000000000000'
  return { kind: 'system', id, name: actor, email: '', session: null, locale: null, zone: null, memberships: [] }
}

/** The grants a membership gives for one permission. The system holds every permission of its organization. */
export function grantsOf(principal: Principal, membership: Membership, permission: string): readonly Grant[] {
  if (principal.kind === 'system') return [{ permission, reach: 'network', branch: null }]
  return membership.grants.filter((grant) => grant.permission === permission)
}

/** True when the person holds the permission somewhere. It is not a tenant check. */
export function holds(principal: Principal, permission: string): boolean {
  return principal.memberships.some((membership) => grantsOf(principal, membership, permission).length > 0)
}

/** People of a headquarters work in the admin; everybody else has a portal, and programs have neither. */
export function isHq(principal: Principal): boolean {
  return principal.kind !== 'key' && principal.memberships.some((membership) => membership.organization.kind === 'hq')
}
