import type { BranchStep, Scope } from '@/platform/access/scope'

/** Collects values and hands out their placeholders, so that no value is ever written into SQL text. */
export interface Bindings {
  values: unknown[]
  bind(value: unknown): string
}

/** Fresh bindings, optionally after values that already have their place. */
export function bindings(values: unknown[] = []): Bindings {
  return {
    values,
    bind(value) {
      values.push(value)
      return `$${values.length}`
    },
  }
}

/**
 * The scope as an SQL condition over the table alias, for queries and exports. It has the same meaning as `whereOf`.
 * A tenant column is always named, so a statement without this condition is visible in review.
 */
export function sqlOf(scope: Scope, alias: string, to: Bindings): string {
  if (scope.tenancy === 'user') return scope.user === '' ? 'false' : `${alias}.user_id = ${to.bind(scope.user)}::uuid`
  const owner = scope.tenancy === 'organization' ? `${alias}.id` : `${alias}.organization_id`
  const parts = [...ownerParts(scope, alias, owner, to), ...partyParts(scope, alias, to)]
  if (parts.length === 0) return 'false'
  const reached = focused(`(${parts.join(' or ')})`, scope, alias, to)
  if (scope.person === undefined) return reached
  return `(${reached} and (${alias}.person_id is null or ${alias}.person_id = ${to.bind(scope.person)}::uuid))`
}

/** The branch of a row as an SQL expression: its own column, or that of the row its pointers lead to. */
export function branchOf([step, ...rest]: readonly BranchStep[], alias: string): string {
  if (!step) return `${alias}.branch_id`
  const next = `${alias}_b`
  return `(select ${branchOf(rest, next)} from ${step.table} ${next} where ${next}.id = ${alias}.${step.field}_id)`
}

function isOfBranch([step, ...rest]: readonly BranchStep[], alias: string, branch: string): string {
  if (!step) return `${alias}.branch_id = ${branch}::uuid`
  const next = `${alias}_b`
  return `${alias}.${step.field}_id in (select ${next}.id from ${step.table} ${next} where ${isOfBranch(rest, next, branch)})`
}

function focused(reached: string, { focus }: Scope, alias: string, to: Bindings): string {
  return focus ? `(${reached} and ${alias}.${focus.column} = any(${to.bind(focus.organizations)}::uuid[]))` : reached
}

function ownerParts(scope: Scope, alias: string, owner: string, to: Bindings): string[] {
  const parts: string[] = []
  const organizations = [...new Set([...scope.owners, ...scope.above])]
  if (scope.trees.length > 0) parts.push(`${alias}.tree_id = any(${to.bind(scope.trees)}::uuid[])`)
  if (organizations.length > 0) parts.push(`${owner} = any(${to.bind(organizations)}::uuid[])`)
  for (const one of scope.branches) {
    parts.push(`(${owner} = ${to.bind(one.organization)}::uuid and ${isOfBranch(scope.branchThrough ?? [], alias, to.bind(one.branch))})`)
  }
  for (const organization of scope.authored) {
    const author = `${alias}.created_by_id = ${to.bind(scope.user)}::uuid`
    parts.push(`(${owner} = ${to.bind(organization)}::uuid and ${author})`)
  }
  return parts
}

function partyParts(scope: Scope, alias: string, to: Bindings): string[] {
  const party = `${alias}.counterparty_id`
  const parts = scope.parties.length > 0 ? [`${party} = any(${to.bind(scope.parties)}::uuid[])`] : []
  for (const one of scope.partyBranches) {
    parts.push(`${party} = ${to.bind(one.organization)}::uuid and ${alias}.counterparty_branch_id = ${to.bind(one.branch)}::uuid`)
  }
  for (const organization of scope.partyAuthored) {
    parts.push(`${party} = ${to.bind(organization)}::uuid and ${alias}.created_by_id = ${to.bind(scope.user)}::uuid`)
  }
  return parts.map((part) => `(${part} and ${alias}.shared_at is not null)`)
}

/**
 * SQL: whether the organization `d` is `o` or lies below it, by their paths. Ranges, because LIKE finds no index when its
 * pattern is a column: among ten thousand dealers that costs two milliseconds of every request.
 */
export function liesUnder(d: string, o: string): string {
  // A path ends with a slash, and 0 is the sign after it.
  return `${d}.path ~>=~ ${o}.path and ${d}.path ~<~ (left(${o}.path, -1) || '0')`
}
