import { grantsOf, type Grant, type Membership, type Principal } from '@/platform/access/principal'

/** How rows of a collection belong to tenants (decisions §2). */
export type Tenancy = 'own' | 'two-party' | 'shared-down' | 'user' | 'installation' | 'organization'

/** What the compiler needs to know of a collection. */
export interface TenancyRule {
  tenancy: Tenancy
  /** Reach `network` of a group covers the organizations below it only where the collection says so. */
  reachDown: boolean
  hasBranch: boolean
}

/**
 * The rows one principal reaches with one permission, as data. It is compiled once and read three ways: as a Payload
 * Where, as SQL and as a predicate over one row; tests/unit/platform/scope.test.ts proves that they agree.
 */
export interface Scope {
  tenancy: Tenancy
  /** Trees whose rows are all reached (network reach from the top). */
  trees: readonly string[]
  /** Organizations whose own rows are reached. */
  owners: readonly string[]
  /** Organizations of which only some branches are reached. */
  branches: readonly { organization: string; branch: string }[]
  /** Organizations of which only the person's own rows are reached. */
  authored: readonly string[]
  /** Organizations reached as the other party, once shared. */
  parties: readonly string[]
  /** Owners above the person's organizations, for shared-down collections. */
  above: readonly string[]
  user: string
}

/** Compiles what a principal may reach with a permission. An empty scope reaches nothing. */
export function scopeOf(principal: Principal | null, permission: string | null, rule: TenancyRule): Scope {
  const draft = emptyScope(rule.tenancy, principal?.id ?? '')
  if (!principal || permission === null || rule.tenancy === 'installation') return draft
  if (rule.tenancy === 'user') return draft
  for (const membership of principal.memberships) {
    for (const grant of grantsOf(principal, membership, permission)) reach(draft, membership, grant, rule)
  }
  return draft
}

interface Draft extends Scope {
  trees: string[]
  owners: string[]
  branches: { organization: string; branch: string }[]
  authored: string[]
  parties: string[]
  above: string[]
}

function emptyScope(tenancy: Tenancy, user: string): Draft {
  return { tenancy, trees: [], owners: [], branches: [], authored: [], parties: [], above: [], user }
}

function reach(scope: Draft, membership: Membership, grant: Grant, rule: TenancyRule): void {
  if (rule.tenancy === 'shared-down') scope.above.push(...membership.organization.path)
  else reachOwn(scope, membership, grant, rule)
  if (rule.tenancy === 'two-party' && grant.reach !== 'own' && grant.branch === null) {
    scope.parties.push(membership.organization.id)
  }
}

function reachOwn(scope: Draft, membership: Membership, grant: Grant, rule: TenancyRule): void {
  const { id, tree } = membership.organization
  if (grant.reach === 'own') {
    scope.authored.push(id)
    return
  }
  if (grant.branch !== null || grant.reach === 'branch') {
    if (rule.hasBranch && grant.branch !== null) scope.branches.push({ organization: id, branch: grant.branch })
    return
  }
  scope.owners.push(id)
  if (grant.reach !== 'network' || !rule.reachDown) return
  if (id === tree) scope.trees.push(tree)
  else scope.owners.push(...membership.below)
}

/** A row as far as tenancy is concerned. */
export interface TenantRow {
  id?: string
  organization?: string | null
  tree?: string | null
  branch?: string | null
  counterparty?: string | null
  sharedAt?: unknown
  createdBy?: string | null
  user?: string | null
}

/** Whether the scope reaches a row, and from which side. */
export function sideOf(scope: Scope, row: TenantRow): 'owner' | 'counterparty' | null {
  if (isOwner(scope, row)) return 'owner'
  return row.counterparty && row.sharedAt && scope.parties.includes(row.counterparty) ? 'counterparty' : null
}

function isOwner(scope: Scope, row: TenantRow): boolean {
  if (scope.tenancy === 'user') return row.user === scope.user && scope.user !== ''
  const organization = scope.tenancy === 'organization' ? row.id : row.organization
  return Boolean(organization) && ownsRow(scope, row, String(organization))
}

function ownsRow(scope: Scope, row: TenantRow, organization: string): boolean {
  if (row.tree && scope.trees.includes(row.tree)) return true
  if (scope.owners.includes(organization) || scope.above.includes(organization)) return true
  if (scope.branches.some((one) => one.organization === organization && one.branch === row.branch)) return true
  return scope.authored.includes(organization) && row.createdBy === scope.user
}

/** True when nothing can be reached. */
export function isEmptyScope(scope: Scope): boolean {
  if (scope.tenancy === 'user') return scope.user === ''
  const parts = [scope.trees, scope.owners, scope.branches, scope.authored, scope.parties, scope.above]
  return parts.every((part) => part.length === 0)
}
