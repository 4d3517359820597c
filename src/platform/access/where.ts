import type { Where } from 'payload'
import type { Scope } from '@/platform/access/scope'

// Payload's SQL adapters keep only one key of an object that holds several (payload-notes 2.1.3), so every object
// that leaves this file has exactly one key.

/** All of these conditions. */
export const all = (...parts: Where[]): Where => ({ and: parts })
/** One of these conditions. */
export const any = (...parts: Where[]): Where => ({ or: parts })
/** The field equals the value. */
export const eq = (path: string, value: string | number | boolean): Where => ({ [path]: { equals: value } })
/** The field is one of the values. */
export const isIn = (path: string, values: readonly string[]): Where => ({ [path]: { in: [...values] } })
/** The field has a value, or has none. */
export const exists = (path: string, does: boolean): Where => ({ [path]: { exists: does } })

/** The scope as a Payload access answer: false when nothing is reached. `prefix` is `version.` for versions. */
export function whereOf(scope: Scope, prefix = ''): Where | false {
  if (scope.tenancy === 'user') return scope.user === '' ? false : eq(`${prefix}user`, scope.user)
  const owner = scope.tenancy === 'organization' ? 'id' : `${prefix}organization`
  const parts = [...ownerParts(scope, owner, prefix), ...partyParts(scope, prefix)]
  const [first] = parts
  if (!first) return false
  const reached = parts.length === 1 ? first : any(...parts)
  const person = `${prefix}person`
  return scope.person === undefined ? reached : all(reached, any(exists(person, false), eq(person, scope.person)))
}

function ownerParts(scope: Scope, owner: string, prefix: string): Where[] {
  const parts: Where[] = []
  const organizations = [...new Set([...scope.owners, ...scope.above])]
  if (scope.trees.length > 0) parts.push(isIn(`${prefix}tree`, scope.trees))
  if (organizations.length > 0) parts.push(isIn(owner, organizations))
  const branch = [...(scope.branchThrough ?? []).map(({ field }) => field), 'branch'].join('.')
  for (const one of scope.branches) parts.push(all(eq(owner, one.organization), eq(`${prefix}${branch}`, one.branch)))
  for (const organization of scope.authored) {
    parts.push(all(eq(owner, organization), eq(`${prefix}createdBy`, scope.user)))
  }
  return parts
}

function partyParts(scope: Scope, prefix: string): Where[] {
  const shared = exists(`${prefix}sharedAt`, true)
  const party = `${prefix}counterparty`
  return [
    ...(scope.parties.length > 0 ? [all(isIn(party, scope.parties), shared)] : []),
    ...scope.partyBranches.map((one) => all(eq(party, one.organization), eq(`${party}Branch`, one.branch), shared)),
    ...scope.partyAuthored.map((one) => all(eq(party, one), eq(`${prefix}createdBy`, scope.user), shared)),
  ]
}
