import type { Payload } from 'payload'
import { refuse } from '@/kernel/errors'
import type { Side } from '@/kernel/machine'
import type { Queryable } from '@/platform/access/load-principal'
import type { Principal } from '@/platform/access/principal'
import { scopeOf, sideOf } from '@/platform/access/scope'
import { labelOf, obstaclesTo, verbsOf, type ActionSource, type Obstacle } from '@/platform/actions'
import type { ExplainedRow } from '@/platform/explain/missing'
import { makeReader } from '@/platform/reader'
import type { Table } from '@/platform/tables'

/** A verb as an explanation speaks of it, and what keeps the subject from it. */
export interface Wanted {
  label: string
  obstacles: Obstacle[]
}

interface Asked {
  id: string
  verb: string
}

/** Seeing is asked of every collection that anybody reads, changing of those that people write by hand. */
export function plainVerbs({ meta }: Pick<Table, 'meta'>): string[] {
  const sees = meta.read !== null || meta.tenancy === 'user'
  return [...(sees ? ['see'] : []), ...(sees && meta.writes === 'crud' ? ['change'] : [])]
}

/**
 * What keeps the subject from a verb on a record the asker has been shown to reach. The facts are read with the asker's
 * rights, the decision is the subject's.
 */
export async function wantedOf(
  ground: { payload: Payload; db: Queryable; sources: ReadonlyMap<string, ActionSource> },
  table: Table,
  row: ExplainedRow,
  { id, verb }: Asked,
  { asker, subject }: { asker: Principal; subject: Principal },
): Promise<Wanted> {
  const { meta } = table
  const isPlain = plainVerbs(table).includes(verb)
  if (isPlain) return plain(table, row, subject, verb === 'see' ? ['See it', meta.read, 'either'] : ['Change it', meta.write, 'owner'])
  const source = ground.sources.get(table.slug)
  if (!source) return unknownVerb(verb, table, [])
  const facts = await source.load(makeReader(ground.payload, asker, new Date(), ground.db), id)
  const reader = makeReader(ground.payload, subject, new Date(), ground.db)
  const rules = source.rules(reader, facts)
  const verbs = verbsOf(rules)
  if (!verbs.includes(verb)) return unknownVerb(verb, table, verbs)
  return { label: labelOf(verb, rules), obstacles: obstaclesTo(verb, reader, table.slug, facts, rules) }
}

function plain({ meta }: Table, row: ExplainedRow, subject: Principal, [label, permission, side]: readonly [string, string | null, Side]): Wanted {
  const reachedAs = sideOf(scopeOf(subject, meta.tenancy === 'user' ? 'own' : permission, meta), row)
  if (reachedAs && (side === 'either' || side === reachedAs)) return { label, obstacles: [] }
  const wanted = permission ?? 'own'
  return { label, obstacles: [{ kind: 'right', permission: wanted, side, reachedAs, says: `You need the permission ${wanted} to do this.` }] }
}

function unknownVerb(verb: string, table: Table, verbs: readonly string[]): never {
  return refuse('INPUT_INVALID', { reason: `"${verb}" cannot be asked of this ${table.meta.noun}; ask for ${[...plainVerbs(table), ...verbs].join(', ')}.` })
}
