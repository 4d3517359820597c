import type { Cell } from './canaries'
import { expectations, expectedIds } from './oracle'
import type { Subject } from './world'

/**
 * What somebody sees of rows it cannot list, and why. Written by hand. `own`: of its own organization. `seller`: also of
 * the headquarters it buys from. Headquarters see it of their whole network. Rows of another dealer and of another tree
 * are never among them.
 */
const SEEN_BESIDE: Readonly<Record<string, 'own' | 'seller'>> = {
  // Whom one works for and trades with stands on every document.
  ...{
    'organizations.name': 'seller',
    'organizations.code': 'own',
    'organizations.slug': 'own',
    'branches.name': 'own',
    'branches.code': 'own',
  },
  // Who did something to one's own documents; whom to ask for a right.
  ...{ 'users.name': 'seller', 'memberships.person_name': 'own' },
  // Where goods are and come from.
  ...{ 'warehouses.name': 'seller', 'warehouses.code': 'seller' },
  // One's own price and the list it comes from, and the taxes that will be on the bill.
  ...{ 'prices.unit_price_micro': 'seller', 'price_lists.code': 'seller', 'tax_rates.name': 'seller' },
  // Roles a headquarters made for its dealers are given by them.
  ...{ 'roles.name': 'seller', 'roles.description': 'seller' },
  // The cart of a buyer of one branch goes to that branch.
  ...{ 'addresses.label': 'own', 'addresses.line1': 'own', 'addresses.city': 'own', 'addresses.postal_code': 'own' },
}

type Known = { subject: Subject; rows: ReadonlyMap<string, ReadonlySet<string>> }

/**
 * Answers whether a subject may know a cell: the hand-written table of the matrix decides about its row. `internal` are
 * rows of a headquarters that only the party named with them sees, or nobody outside, although others of their kind are
 * shown.
 */
export async function knowledgeOf(
  subjects: readonly Subject[],
  internal: ReadonlyMap<string, string | null>,
): Promise<(subject: string, cell: Cell) => boolean> {
  const known = new Map<string, Known>()
  for (const subject of subjects) known.set(subject.name, { subject, rows: await rowsOf(subject) })
  return (name, cell) => {
    const one = known.get(name)
    return one !== undefined && mayKnow(one, cell, isKept(internal, cell, one.subject))
  }
}

function isKept(internal: ReadonlyMap<string, string | null>, { row }: Cell, { organization }: Subject): boolean {
  return internal.has(row) && internal.get(row) !== organization
}

function mayKnow({ subject, rows }: Known, cell: Cell, isInternal: boolean): boolean {
  const { table, column, row, organization } = cell
  if (row === subject.user) return true
  if (rows.get(table)?.has(row)) return column !== 'internal_note' || organization === subject.organization
  return isSeenBeside(subject, cell, isInternal)
}

function isSeenBeside(subject: Subject, { table, column, organization, tree }: Cell, isInternal: boolean): boolean {
  const beside = SEEN_BESIDE[`${table}.${column}`]
  if (!beside || organization === null) return false
  if (subject.organization === subject.tree) return tree === subject.tree
  return organization === subject.organization || (beside === 'seller' && organization === subject.tree && !isInternal)
}

async function rowsOf(subject: Subject): Promise<Map<string, Set<string>>> {
  const rows = new Map<string, Set<string>>()
  for (const [collection, roles] of expectations()) {
    const reach = roles.get(subject.role) ?? 'none'
    rows.set(collection.replaceAll('-', '_'), new Set(await expectedIds(collection, reach, subject)))
  }
  return rows
}
