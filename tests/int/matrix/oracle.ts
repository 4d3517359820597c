import { readFileSync } from 'node:fs'
import { ownerQuery } from '@tests/setup/database'

/** How far a subject reaches in a collection, as the hand-written table says. */
export type Reach = 'none' | 'own' | 'tree' | 'above' | 'party' | 'self' | 'mine' | 'party-mine' | 'authored' | 'branch' | 'branch-mine' | 'branch-stock' | 'party-branch' | 'party-branch-mine'

/** Who a subject is, for the oracle: nothing of the product's own access code. */
export type SubjectFacts = { user: string; organization: string; tree: string; branch: string | null }

/** The hand-written expectation: collection -> role -> reach. The product's code does not read it. */
export function expectations(): Map<string, Map<string, Reach>> {
  const [head = '', ...lines] = readFileSync(new URL('./expected.csv', import.meta.url), 'utf8').trim().split('\n')
  const roles = head.split(',').slice(1)
  return new Map(
    lines.map((line) => {
      const [collection = '', ...cells] = line.split(',')
      return [collection, new Map(roles.map((role, index) => [role, cells[index] as Reach]))]
    }),
  )
}

const BRANCH = '(organization_id = $1 and branch_id = $4)'
const PARTY_BRANCH = '(counterparty_id = $1 and counterparty_branch_id = $4 and shared_at is not null)'
const WAREHOUSES = 'warehouse_id in (select id from warehouses where branch_id = $4)'
const PLACES = `location_id in (select id from storage_locations where ${WAREHOUSES})`
const STOCK: Record<string, string> = {
  storage_locations: WAREHOUSES,
  reorder_rules: WAREHOUSES,
  stock_levels: PLACES,
  stock_moves: PLACES,
  reservations: `level_id in (select id from stock_levels where ${PLACES})`,
}
const CONDITIONS: Record<Exclude<Reach, 'none'>, (table: string) => string> = {
  own: (table) => (table === 'organizations' ? 'id = $1' : 'organization_id = $1'),
  tree: () => 'tree_id = $2',
  above: () => 'organization_id in ($1, $2)',
  party: () => 'organization_id = $1 or (counterparty_id = $1 and shared_at is not null)',
  mine: () => 'organization_id = $1 and (person_id is null or person_id = $3)',
  'party-mine': () => '(organization_id = $1 or (counterparty_id = $1 and shared_at is not null)) and (person_id is null or person_id = $3)',
  authored: () => 'organization_id = $1 and created_by_id = $3',
  branch: () => BRANCH,
  'branch-mine': () => `${BRANCH} and (person_id is null or person_id = $3)`,
  'party-branch': () => `${BRANCH} or ${PARTY_BRANCH}`,
  'party-branch-mine': () => `(${BRANCH} or ${PARTY_BRANCH}) and (person_id is null or person_id = $3)`,
  'branch-stock': (table) => `organization_id = $1 and ${STOCK[table]}`,
  self: (table) => (table === 'users' ? 'id = $3' : 'user_id = $3'),
}

/** The ids a subject may see, read straight from the tables. */
export async function expectedIds(collection: string, reach: Reach, subject: SubjectFacts): Promise<string[]> {
  if (reach === 'none') return []
  const table = collection.replaceAll('-', '_')
  const condition = CONDITIONS[reach](table)
  // Every parameter is named once, so that PostgreSQL knows the type of those a condition leaves out.
  const text = `select id::text from "${table}" where (${condition}) and ($1::uuid, $2::uuid, $3::uuid) is not null and $4::uuid is not distinct from $4 order by id`
  return (await ownerQuery<{ id: string }>(text, [subject.organization, subject.tree, subject.user, subject.branch])).map((row) => row.id)
}
