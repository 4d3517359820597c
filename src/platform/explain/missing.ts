import type { Obstacle } from '@/platform/actions'
import type { Grant, Principal } from '@/platform/access/principal'
import { scopeOf, sideOf, type TenancyRule, type TenantRow } from '@/platform/access/scope'
import type { Standing, StandingMembership } from '@/platform/explain/standing'

/** An organization as an explanation names it; `path` leads from the top of its tree down to itself. */
export interface Place {
  id: string
  name: string
  path: readonly string[]
}

/**
 * One thing that is missing. `person`, `organization` and `membership` have to be reinstated or made, `permission` and
 * `reach` granted in `place`, `feature` switched on by the headquarters in `place`, `state` reached by another step; a `fact` is what the record itself says against it, and
 * what is `unseen` may not exist at all.
 */
export interface Missing {
  kind: 'person' | 'organization' | 'membership' | 'permission' | 'reach' | 'feature' | 'state' | 'fact' | 'unseen'
  says: string
  permission?: string
  place?: Place
  /** The membership that has to be reinstated. */
  membership?: string
  from?: readonly string[]
}

/** A record as far as an explanation needs it, with the two organizations it belongs to. */
export interface ExplainedRow extends TenantRow {
  rule: TenancyRule
  owner: Place | null
  party: Place | null
}

type Right = Extract<Obstacle, { kind: 'right' }>

/** Whom an explanation is about, and whether it is the one who asks. */
export interface About {
  standing: Standing
  isSelf: boolean
}

/** Everything that keeps a person from an action, in the order in which it has to be mended. Pure. */
export function missingFor(who: About, row: ExplainedRow, obstacles: readonly Obstacle[]): Missing[] {
  return obstacles.flatMap((obstacle): Missing[] => {
    if (obstacle.kind === 'state') return [{ kind: 'state', says: obstacle.says, from: obstacle.from }]
    if (obstacle.kind === 'fact') return [{ kind: 'fact', says: obstacle.says }]
    return rightMissing(who, row, obstacle)
  })
}

/** What keeps a person from a permission in an organization, whatever the record. Pure. */
export function permissionMissing(who: About, place: Place, permission: string): Missing[] {
  const row: ExplainedRow = { organization: place.id, rule: ANYTHING, owner: place, party: null }
  const home = who.standing.memberships.find((one) => one.organization === place.id)
  const isAwake = who.standing.status === 'active' && home?.status === 'active' && !home.stopped
  if (isAwake && home.grants.some((grant) => grant.permission === permission)) return []
  return rightMissing(who, row, { kind: 'right', permission, side: 'owner', reachedAs: null, says: '' })
}

const ANYTHING: TenancyRule = { tenancy: 'own', reachDown: false, hasBranch: true, hasAuthor: true }

function rightMissing({ standing, isSelf }: About, row: ExplainedRow, right: Right): Missing[] {
  const speaks = speaker(standing.name, isSelf)
  const places = placesFor(row, right)
  const [first] = places
  if (!first) return [{ kind: 'fact', says: nobodyElse(row) }]
  const asleep: Missing[] = standing.status === 'active' ? [] : [{ kind: 'person', says: speaks.person }]
  const home = homeOf(standing, row, right, places)
  if (!home) return [...asleep, { kind: 'membership', says: speaks.membership(first.name), permission: right.permission, place: first }]
  return [...asleep, ...standingMissing(home, speaks), ...grantMissing(home, row, right, speaks)]
}

// Rather the membership that would do as it is, then one in the right organization.
function homeOf(standing: Standing, row: ExplainedRow, right: Right, places: readonly Place[]): StandingMembership | undefined {
  const enough = standing.memberships.find((one) => reaches(one, row, right))
  return enough ?? standing.memberships.find((one) => places.some((place) => place.id === one.organization)) ?? above(standing, row)
}

function reaches(home: StandingMembership, row: ExplainedRow, { permission, side }: Right): boolean {
  const reachedAs = sideOf(scopeOf(awake(home, row), permission, row.rule), row)
  return reachedAs !== null && (side === 'either' || side === reachedAs)
}

// The membership as it would count were nothing suspended.
function awake(home: StandingMembership, row: ExplainedRow): Principal {
  const organization = { id: home.organization, code: '', slug: '', name: home.organizationName, kind: home.kind, tree: home.tree, path: home.path, currency: '', zone: '', locale: '' }
  const below = row.owner?.path.includes(home.organization) ? [row.owner.id] : []
  return { kind: 'person', id: home.user, name: '', email: '', session: null, locale: null, zone: null, memberships: [{ id: home.id, organization, grants: home.grants, below }] }
}

function nobodyElse({ rule, party }: ExplainedRow): string {
  if (rule.tenancy === 'installation') return 'Only the operator of this installation can do this.'
  return party ? 'It was not shared with the other party yet.' : 'Only the person it belongs to can do this.'
}

function standingMissing(home: StandingMembership, speaks: Speaker): Missing[] {
  const stopped: Missing[] = home.stopped ? [{ kind: 'organization', says: speaks.stopped(home.stopped.name), place: { ...home.stopped, path: [] } }] : []
  const asleep: Missing[] = home.status === 'active' ? [] : [{ kind: 'membership', says: speaks.asleep(home.organizationName, home.status), membership: home.id, place: placeOf(home) }]
  return [...stopped, ...asleep]
}

function grantMissing(home: StandingMembership, row: ExplainedRow, right: Right, speaks: Speaker): Missing[] {
  const { permission } = right
  if (row.rule !== ANYTHING && reaches(home, row, right)) return []
  const place = placeOf(home)
  const grants = home.grants.filter((grant) => grant.permission === permission)
  if (grants.length === 0) return [{ kind: 'permission', says: speaks.permission(permission, home.organizationName), permission, place }]
  if (row.rule === ANYTHING) return []
  return [{ kind: 'reach', says: speaks.reach(permission, narrowness(grants, row)), permission, place }]
}

function narrowness(grants: readonly Grant[], row: ExplainedRow): string {
  if (grants.every((grant) => grant.reach === 'own')) return 'only for what was made by oneself'
  if (grants.some((grant) => grant.branch !== null || grant.reach === 'branch')) {
    return row.branch || row.counterpartyBranch ? 'only in another branch' : 'only in one branch, and this belongs to none'
  }
  return 'only inside one organization, not in those below it'
}

// Whoever may act: the owner's people, the other party's once shared, or, for goods shared downwards, anybody below.
function placesFor(row: ExplainedRow, { side }: Right): Place[] {
  if (row.rule.tenancy === 'user' || row.rule.tenancy === 'installation') return []
  const owner = row.owner && side !== 'counterparty' ? [row.owner] : []
  const party = row.party && row.sharedAt && side !== 'owner' ? [row.party] : []
  return [...owner, ...party]
}

// A group or HQ above the owner reaches it with reach `network`; below the owner, what is shared downwards counts.
function above(standing: Standing, row: ExplainedRow): StandingMembership | undefined {
  const owner = row.owner
  if (!owner) return undefined
  if (row.rule.tenancy === 'shared-down') return standing.memberships.find((one) => one.path.includes(owner.id))
  return undefined
}

function placeOf(home: StandingMembership): Place {
  return { id: home.organization, name: home.organizationName, path: home.path }
}

interface Speaker {
  person: string
  membership: (organization: string) => string
  stopped: (organization: string) => string
  asleep: (organization: string, status: string) => string
  permission: (permission: string, organization: string) => string
  reach: (permission: string, how: string) => string
}

function speaker(name: string, isSelf: boolean): Speaker {
  const [has, is, needs] = isSelf ? ['You have', 'You are', 'You need'] : [`${name} has`, `${name} is`, `${name} needs`]
  return {
    person: isSelf ? 'Your account is suspended.' : `The account of ${name} is suspended.`,
    membership: (organization) => `${is} not a member of ${organization}.`,
    stopped: (organization) => `${organization} is suspended; nobody can act for it.`,
    asleep: (organization, status) => `${isSelf ? 'Your' : `${name}'s`} membership in ${organization} is ${status}.`,
    permission: (permission, organization) => `${needs} the permission ${permission} in ${organization}.`,
    reach: (permission, how) => `${has} the permission ${permission} ${how}.`,
  }
}
