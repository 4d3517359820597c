import { grantsOf, holds, type Grant, type Membership, type Principal } from '@/platform/access/principal'

/** How rows of a collection belong to tenants (decisions §2). */
export type Tenancy = 'own' | 'two-party' | 'shared-down' | 'user' | 'installation' | 'organization'

/** A pointer on the way to the row that holds the branch: its field, one small word, and the table it leads to. */
export interface BranchStep {
  field: string
  table: string
}

/** What the compiler needs to know of a collection. */
export interface TenancyRule {
  tenancy: Tenancy
  /** Reach `network` of a group covers the organizations below it only where the collection says so. */
  reachDown: boolean
  hasBranch: boolean
  /** Rows without a branch of their own belong to that of the row these pointers lead to: stock, to its warehouse's. */
  branchThrough?: readonly BranchStep[] | undefined
  /** Ledgers have no author: reach `own` is nothing there. */
  hasAuthor: boolean
  /** Rows with a `person` are seen by that person and by holders of this permission only. */
  personal?: string | undefined
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
  /** Where the branch of a row is found, when not in the row itself. */
  branchThrough?: readonly BranchStep[]
  /** Organizations of which only the person's own rows are reached. */
  authored: readonly string[]
  /** Organizations reached as the other party, once shared. */
  parties: readonly string[]
  /** Organizations reached as the other party, but only for some of their branches. */
  partyBranches: readonly { organization: string; branch: string }[]
  /** Organizations reached as the other party, but only for what the person made. */
  partyAuthored: readonly string[]
  /** Owners above the person's organizations, for shared-down collections. */
  above: readonly string[]
  user: string
  /** Set when rows that belong to one person count only for that person: nobody else's are reached. */
  person?: string
  /** Narrows SQL to rows about certain organizations, named by a column of ours; it never widens anything. */
  focus?: { column: FocusColumn; organizations: readonly string[] }
}

/** The columns that say which organization a row is about. */
export type FocusColumn = 'counterparty_id' | 'organization_id' | 'party_id' | 'id'

const OF_ORGANIZATIONS: readonly Tenancy[] = ['own', 'two-party', 'shared-down', 'organization']

/** Compiles what a principal may reach with a permission. An empty scope reaches nothing. */
export function scopeOf(principal: Principal | null, permission: string | null, rule: TenancyRule): Scope {
  const draft = emptyScope(rule, principal?.id ?? '')
  if (!principal || permission === null || !OF_ORGANIZATIONS.includes(rule.tenancy)) return draft
  for (const membership of principal.memberships) {
    for (const grant of grantsOf(principal, membership, permission)) reach(draft, membership, grant, rule)
  }
  return seesPersonal(principal, rule) ? draft : { ...draft, person: principal.id }
}

// Whoever may see personal rows of others sees them within the same tenant conditions.
function seesPersonal(principal: Principal, { personal }: TenancyRule): boolean {
  return personal === undefined || holds(principal, personal)
}

interface Draft extends Scope {
  trees: string[]
  owners: string[]
  branches: { organization: string; branch: string }[]
  authored: string[]
  parties: string[]
  partyBranches: { organization: string; branch: string }[]
  partyAuthored: string[]
  above: string[]
}

function emptyScope({ tenancy, branchThrough }: TenancyRule, user: string): Draft {
  const nothing = { trees: [], owners: [], branches: [], authored: [], parties: [], partyBranches: [], partyAuthored: [], above: [] }
  return { tenancy, ...nothing, user, ...(branchThrough ? { branchThrough } : {}) }
}

function reach(scope: Draft, membership: Membership, grant: Grant, rule: TenancyRule): void {
  if (rule.tenancy === 'shared-down') scope.above.push(...membership.organization.path)
  else reachOwn(scope, membership, grant, rule)
  if (rule.tenancy === 'two-party') reachParty(scope, membership.organization.id, grant, rule)
}

function reachParty(scope: Draft, organization: string, { reach: how, branch }: Grant, rule: TenancyRule): void {
  if (how === 'own') {
    if (rule.hasAuthor) scope.partyAuthored.push(organization)
  } else if (branch !== null) scope.partyBranches.push({ organization, branch })
  else if (how !== 'branch') scope.parties.push(organization)
}

function reachOwn(scope: Draft, membership: Membership, grant: Grant, rule: TenancyRule): void {
  const { id } = membership.organization
  if (grant.reach === 'own') {
    if (rule.hasAuthor) scope.authored.push(id)
  } else if (grant.branch !== null) {
    if (rule.hasBranch || rule.branchThrough) scope.branches.push({ organization: id, branch: grant.branch })
    // What belongs to one person, like an export, is its own in every branch.
    else if (rule.personal !== undefined && rule.hasAuthor) scope.authored.push(id)
  } else if (grant.reach !== 'branch') {
    reachWhole(scope, membership, grant, rule)
  }
}

function reachWhole(scope: Draft, { organization: { id, tree }, below }: Membership, grant: Grant, rule: TenancyRule): void {
  scope.owners.push(id)
  if (grant.reach !== 'network' || !rule.reachDown) return
  if (id === tree) scope.trees.push(tree)
  else scope.owners.push(...below)
}

/** A row as far as tenancy is concerned. */
export interface TenantRow {
  id?: string
  organization?: string | null
  tree?: string | null
  /** Its own, or that of the row its pointers lead to: whoever reads the row fills it (`branchOf`). */
  branch?: string | null
  counterparty?: string | null
  counterpartyBranch?: string | null
  sharedAt?: unknown
  createdBy?: string | null
  person?: string | null
  user?: string | null
}

/** Whether the scope reaches a row, and from which side. */
export function sideOf(scope: Scope, row: TenantRow): 'owner' | 'counterparty' | null {
  if (scope.person !== undefined && row.person && row.person !== scope.person) return null
  if (isOwner(scope, row)) return 'owner'
  return row.counterparty && row.sharedAt && isParty(scope, row, row.counterparty) ? 'counterparty' : null
}

function isParty(scope: Scope, row: TenantRow, party: string): boolean {
  if (scope.parties.includes(party)) return true
  if (scope.partyBranches.some((one) => one.organization === party && one.branch === row.counterpartyBranch)) return true
  return scope.partyAuthored.includes(party) && row.createdBy === scope.user
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
  const parts = [scope.trees, scope.owners, scope.branches, scope.authored, scope.above]
  return parts.every((part) => part.length === 0) && !reachesAsParty(scope)
}

/** The same scope from the owner's side alone. */
export function ownerSideOf(scope: Scope): Scope {
  return { ...scope, parties: [], partyBranches: [], partyAuthored: [] }
}

/** True when rows are reached from the other party's side. */
export function reachesAsParty({ parties, partyBranches, partyAuthored }: Scope): boolean {
  return parties.length + partyBranches.length + partyAuthored.length > 0
}

/** True when some organization's rows are reached in part only: by branch or by author. */
export function isPartial({ branches, authored, partyBranches, partyAuthored }: Scope): boolean {
  return branches.length + authored.length + partyBranches.length + partyAuthored.length > 0
}
