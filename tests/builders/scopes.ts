import fc from 'fast-check'

import type { Principal } from '@/platform/access/principal'
import type { TenancyRule, TenantRow } from '@/platform/access/scope'
import { REACHES } from '@/kernel/permission'

const id = (kind: string, n: number) => `00000000-0000-7000-8000-${kind}${String(n).padStart(11, '0')}`

/** Three trees of four organizations each: 0 is the top, 1 and 2 lie below it, 3 below 1. */
const PATHS = [[0], [0, 1], [0, 2], [0, 1, 3]]
const trees = [0, 1, 2]
const organizationId = (tree: number, n: number) => id('a', tree * 10 + n)
const branches = [null, id('b', 1), id('b', 2)]
const persons = [id('c', 1), id('c', 2)]

/** The permission every generated grant is about. */
export const PERMISSION = 'thing.read'

const organization = fc.record({ tree: fc.constantFrom(...trees), n: fc.constantFrom(0, 1, 2, 3) })

/** A person with up to three memberships anywhere. */
export const principals: fc.Arbitrary<Principal> = fc
  .record({
    person: fc.constantFrom(...persons),
    memberships: fc.array(
      fc.record({
        at: organization,
        grants: fc.array(fc.record({ permission: fc.constantFrom(PERMISSION, 'other.read'), reach: fc.constantFrom(...REACHES), branch: fc.constantFrom(...branches) }), { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ person, memberships }) => ({
    kind: 'person' as const,
    id: person,
    name: 'Somebody',
    email: 'somebody@example.com',
    session: null,
    locale: null,
    zone: null,
    memberships: memberships.map(({ at, grants }, index) => ({
      id: `m${index}`,
      organization: factsOf(at.tree, at.n),
      grants,
      below: PATHS.flatMap((path, n) => (n !== at.n && at.n !== 0 && path.includes(at.n) ? [organizationId(at.tree, n)] : [])),
    })),
  }))

/** A collection's rule. */
export const rules: fc.Arbitrary<TenancyRule> = fc.record({
  tenancy: fc.constantFrom('own', 'two-party', 'shared-down', 'user', 'installation', 'organization'),
  reachDown: fc.boolean(),
  personal: fc.constantFrom(undefined, 'other.read'),
  hasBranch: fc.boolean(),
  hasAuthor: fc.boolean(),
  branchThrough: fc.constantFrom(undefined, [{ field: 'shelf', table: 'shelves' }], [{ field: 'box', table: 'boxes' }, { field: 'shelf', table: 'shelves' }]),
})

/** A row of any tenant. Its id is that of an organization, so that it can stand for one. */
export const rows: fc.Arbitrary<TenantRow> = fc
  .record({
    owner: organization,
    counterparty: fc.option(organization),
    branch: fc.constantFrom(...branches),
    counterpartyBranch: fc.constantFrom(...branches),
    isShared: fc.boolean(),
    createdBy: fc.constantFrom(null, ...persons),
    user: fc.constantFrom(...persons),
    person: fc.constantFrom(null, ...persons),
  })
  .map(({ owner, counterparty, branch, counterpartyBranch, isShared, createdBy, user, person }) => ({
    id: organizationId(owner.tree, owner.n),
    organization: organizationId(owner.tree, owner.n),
    tree: organizationId(owner.tree, 0),
    branch,
    counterpartyBranch,
    counterparty: counterparty ? organizationId(counterparty.tree, counterparty.n) : null,
    sharedAt: isShared ? '2026-01-01T00:00:00.000Z' : null,
    createdBy,
    user,
    person,
  }))

function factsOf(tree: number, n: number) {
  const path = (PATHS[n] ?? []).map((one) => organizationId(tree, one))
  const plain = { code: 'X', slug: 'x', name: 'X', currency: 'USD', zone: 'UTC', locale: 'en-US' }
  return { ...plain, id: organizationId(tree, n), kind: n === 0 ? ('hq' as const) : ('dealer' as const), tree: organizationId(tree, 0), path }
}
