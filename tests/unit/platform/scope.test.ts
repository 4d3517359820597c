import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Where } from 'payload'

import { isEmptyScope, scopeOf, sideOf, type TenantRow } from '@/platform/access/scope'
import { whereOf } from '@/platform/access/where'
import { PERMISSION, principals, rows, rules } from '@tests/builders/scopes'

describe('one scope, read as a Where and as a predicate', () => {
  test('T1: both say the same about every row', () => {
    fc.assert(
      fc.property(principals, rules, rows, (principal, rule, row) => {
        const scope = scopeOf(principal, PERMISSION, rule)
        expect(matches(whereOf(scope), row)).toBe(sideOf(scope, row) !== null)
      }),
      { numRuns: 5_000 },
    )
  })

  test('T1: an empty scope is the answer no, nobody reaches nothing, and nobody reaches rows of the installation', () => {
    fc.assert(
      fc.property(principals, rules, (principal, rule) => {
        const scope = scopeOf(principal, PERMISSION, rule)
        expect(whereOf(scope) === false).toBe(isEmptyScope(scope))
        expect(whereOf(scopeOf(null, PERMISSION, rule))).toBe(false)
        expect(whereOf(scopeOf(principal, PERMISSION, { ...rule, tenancy: 'installation' }))).toBe(false)
      }),
    )
  })

  test('every object of a Where has one key: Payload drops the others', () => {
    const check = (where: Where): void => {
      expect(Object.keys(where).length).toBe(1)
      for (const part of [...(where.and ?? []), ...(where.or ?? [])]) check(part)
    }
    fc.assert(
      fc.property(principals, rules, (principal, rule) => {
        const where = whereOf(scopeOf(principal, PERMISSION, rule))
        if (where) check(where)
      }),
    )
  })

  test('T2: another tree is never reached', () => {
    fc.assert(
      fc.property(principals, rules, rows, (principal, rule, row) => {
        const own = principal.memberships.map((membership) => membership.organization.tree)
        const isForeign = !own.includes(row.tree ?? '') && !principal.memberships.some((one) => one.organization.id === row.counterparty)
        if (isForeign && rule.tenancy !== 'user') expect(sideOf(scopeOf(principal, PERMISSION, rule), row)).toBeNull()
      }),
      { numRuns: 2_000 },
    )
  })
})

// As much of Payload's Where as access rules use.
function matches(where: Where | false, row: TenantRow): boolean {
  if (where === false) return false
  if (where.and) return where.and.every((part) => matches(part, row))
  if (where.or) return where.or.some((part) => matches(part, row))
  return Object.entries(where).every(([field, condition]) => {
    // Wherever the pointers lead, the row knows the branch it finds there.
    const value = (row as Record<string, unknown>)[field.replace(/^.*\./, '')] ?? null
    const { equals, in: among, exists } = condition as { equals?: unknown; in?: unknown[]; exists?: boolean }
    if (exists !== undefined) return (value !== null) === exists
    return among ? among.includes(value) : value === equals
  })
}
