import type { Payload } from 'payload'
import { refuse } from '@/kernel/errors'
import type { Setting } from '@/kernel/setting'
import { loadPrincipal, type Queryable } from '@/platform/access/load-principal'
import { holds, type Principal } from '@/platform/access/principal'
import type { ActionSource } from '@/platform/actions'
import { featuresInTheWay } from '@/platform/features'
import { makeReader } from '@/platform/reader'
import { holdersOf, placesAround, reaching, type Holder } from '@/platform/explain/holders'
import { missingFor, permissionMissing, type Missing, type Place } from '@/platform/explain/missing'
import { explainedRow } from '@/platform/explain/record'
import { standingOf, type Standing } from '@/platform/explain/standing'
import { plainVerbs, wantedOf } from '@/platform/explain/wanted'
import { tableFor, type Table } from '@/platform/tables'

/** Where explanations are made: over the pool, or over one open transaction. */
export interface Ground {
  payload: Payload
  db: Queryable
  sources: ReadonlyMap<string, ActionSource>
  /** Among them the features that gate permissions. */
  settings: readonly Setting[]
}

/** Why somebody can or cannot do something. `missing` is everything that is in the way, in the order to mend it. */
export interface Explanation {
  allowed: boolean
  person: { id: string; name: string }
  action: { verb: string; label: string }
  sentence: string
  missing: readonly (Missing & { grantedBy: readonly Grantor[] })[]
}

/** Who can help: by name where the asker is a colleague, by organization otherwise. */
export interface Grantor {
  name: string | null
  organization: string
}

/** What is asked: whether a person may perform a verb on one record. `see` and `change` are asked of every collection. */
export interface Question {
  collection: string
  id: string
  verb: string
}

const GRANTS = 'member.assign-role'
const SWITCHES = 'setting.write'

/**
 * Explains an action on a record, as far as the asker may know about it. A record the asker does not reach is answered
 * like one that does not exist, word for word. INPUT_INVALID for a collection or, on a record one sees, a verb that
 * nobody knows; NOT_FOUND for an unknown person.
 */
export async function explainAction(ground: Ground, asker: Principal, person: string, question: Question): Promise<Explanation> {
  const table = explainable(ground, question.collection)
  const { standing, principal } = await subjectOf(ground, asker, person)
  const row = await explainedRow(ground.payload, ground.db, asker, question.collection, question.id)
  if (!row) return unseen(ground, asker, standing, table, question.verb)
  const { label, obstacles } = await wantedOf(ground, table, row, question, { asker, subject: principal ?? nobody(standing) })
  const missing = missingFor({ standing, isSelf: asker.id === person }, row, obstacles)
  return answer(ground, asker, standing, { verb: question.verb, label }, missing)
}

/** Explains a permission in one organization: for hidden pages and buttons that belong to no record. */
export async function explainPermission(ground: Ground, asker: Principal, person: string, permission: string, place: Place): Promise<Explanation> {
  const { standing } = await subjectOf(ground, asker, person)
  const missing = [...permissionMissing({ standing, isSelf: asker.id === person }, place, permission), ...(await featuresMissing(ground, asker, permission, place))]
  return answer(ground, asker, standing, { verb: permission, label: permission }, missing)
}

/** Who can perform a verb on a record (`see`: who can see it) and by which role. NOT_FOUND for what the asker does not reach. */
export async function whoCan(ground: Ground, asker: Principal, question: Question): Promise<Holder[]> {
  const table = explainable(ground, question.collection)
  const row = await explainedRow(ground.payload, ground.db, asker, question.collection, question.id)
  if (!row) return refuse('NOT_FOUND', { noun: `The ${table.meta.noun}` })
  const { obstacles } = await wantedOf(ground, table, row, question, { asker, subject: NOBODY })
  const right = obstacles.find((one) => one.kind === 'right')
  if (right?.kind !== 'right') return []
  return reaching(await holdersOf(ground.db, placesAround(row), right.permission), row, table.meta, right.permission, right.side)
}

async function featuresMissing({ payload, db, settings }: Ground, asker: Principal, permission: string, place: Place): Promise<Missing[]> {
  const found = await featuresInTheWay(makeReader(payload, asker, new Date(), db), settings, permission, place.id)
  return found.map(({ label, name, tree }) => ({ kind: 'feature', says: `${label}: switched off for ${name}.`, place: { id: tree, name, path: [tree] } }))
}

function explainable({ payload }: Ground, slug: string): Table {
  const isOurs = Object.hasOwn(payload.collections, slug) && !slug.startsWith('payload-')
  const table = isOurs ? tableFor(payload, slug) : null
  if (!table || plainVerbs(table).length === 0) return refuse('INPUT_INVALID', { reason: `There is no collection ${slug} to ask about.` })
  return table
}

async function subjectOf({ db }: Ground, asker: Principal, person: string): Promise<{ standing: Standing; principal: Principal | null }> {
  const standing = await standingOf(db, person)
  if (!standing) return refuse('NOT_FOUND', { noun: 'The person' })
  return { standing, principal: asker.id === person ? asker : await loadPrincipal(db, person, null) }
}

// Two reasons not to see a record look alike: that it is not there and that it is somebody else's. Without the right to
// see any, the missing right is the answer; it is the same for every id.
async function unseen(ground: Ground, asker: Principal, standing: Standing, { meta }: Table, verb: string): Promise<Explanation> {
  const blind = meta.read !== null && meta.tenancy !== 'user' && !holds(asker, meta.read)
  const home = asker.memberships[0]?.organization
  const place = home ? { id: home.id, name: home.name, path: home.path } : null
  const missing: Missing =
    blind && meta.read && place
      ? { kind: 'permission', says: `You need the permission ${meta.read} in ${place.name}.`, permission: meta.read, place }
      : { kind: 'unseen', says: `There is no such ${meta.noun}, or none that you may see.` }
  return answer(ground, asker, standing, { verb, label: verb }, [missing])
}

async function answer({ db }: Ground, asker: Principal, standing: Standing, action: { verb: string; label: string }, missing: readonly Missing[]): Promise<Explanation> {
  const isSelf = asker.id === standing.id
  const helped = await Promise.all(missing.map(async (one) => ({ ...one, grantedBy: await grantorsOf(db, asker, one) })))
  const fine = isSelf ? 'You can do this now.' : `${standing.name} can do this now.`
  return { allowed: missing.length === 0, person: { id: standing.id, name: standing.name }, action, sentence: missing[0]?.says ?? fine, missing: helped }
}

// Colleagues are named; of other organizations one learns no names.
async function grantorsOf(db: Queryable, asker: Principal, { kind, place }: Missing): Promise<Grantor[]> {
  if (!place || !GRANTABLE.has(kind)) return []
  const holders = await holdersOf(db, [...new Set([place.id, ...place.path])], kind === 'feature' ? SWITCHES : GRANTS)
  const able = holders.filter(({ user, organization, reach }) => user !== asker.id && (organization.id === place.id || reach === 'network'))
  const seen = new Map(able.map((holder) => grantorFor(asker, holder)))
  return [...seen.values()].slice(0, MOST_GRANTORS)
}

function grantorFor(asker: Principal, { user, name, organization }: Holder): [string, Grantor] {
  const isColleague = asker.memberships.some((one) => one.organization.id === organization.id)
  return isColleague ? [user, { name, organization: organization.name }] : [organization.id, { name: null, organization: organization.name }]
}

function nobody({ id, name }: { id: string; name: string }): Principal {
  return { kind: 'person', id, name, email: '', session: null, locale: null, zone: null, memberships: [] }
}

const NOBODY = nobody({ id: '', name: '' })
const MOST_GRANTORS = 5
const GRANTABLE: ReadonlySet<Missing['kind']> = new Set(['person', 'organization', 'membership', 'permission', 'reach', 'feature'])
