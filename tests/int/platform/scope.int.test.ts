import { expect, test } from '@jest/globals'
import fc from 'fast-check'

import { scopeOf, sideOf } from '@/platform/access/scope'
import { bindings, sqlOf } from '@/platform/access/sql'
import { poolOf } from '@/platform/db/pool'
import { PERMISSION, principals, rows, rules } from '@tests/builders/scopes'
import { bootPayload } from '@tests/setup/payload'

test('T1: the scope as SQL finds exactly the rows the predicate reaches', async () => {
  const client = await poolOf(await bootPayload()).connect()
  try {
    await client.query(`create temp table things (n int, id uuid, organization_id uuid, tree_id uuid, branch_id uuid, counterparty_id uuid,
      counterparty_branch_id uuid, person_id uuid, shared_at timestamptz, created_by_id uuid, user_id uuid,
      box_id int, shelf_id int)`)
    // Where a rule says so, the branch lies behind pointers: every row has a box on a shelf of its branch.
    await client.query('create temp table shelves (id int, branch_id uuid)')
    await client.query('create temp table boxes (id int, shelf_id int)')
    const things = fc.sample(rows, { numRuns: 400, seed: 7 })
    for (const [n, row] of things.entries()) {
      const { id, organization, tree, branch, counterparty, counterpartyBranch, person, sharedAt, createdBy, user } = row
      const values = [n, id, organization, tree, branch, counterparty, counterpartyBranch, person, sharedAt, createdBy, user, n]
      await client.query('insert into shelves values ($1, $2)', [n, branch])
      await client.query('insert into boxes values ($1, $1)', [n])
      await client.query('insert into things values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)', values)
    }
    await fc.assert(
      fc.asyncProperty(principals, rules, async (principal, rule) => {
        const scope = scopeOf(principal, PERMISSION, rule)
        const to = bindings()
        const found = await client.query<{ n: number }>(`select n from things t where ${sqlOf(scope, 't', to)} order by n`, to.values)
        const expected = things.flatMap((row, n) => (sideOf(scope, row) ? [n] : []))
        expect(found.rows.map(({ n }) => n)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  } finally {
    client.release()
  }
})
