import { isDomainError } from '@/kernel/errors'
import { assertTransition, type Machine, type Side, type Tone, type Transition } from '@/kernel/machine'
import { sideOf, type TenantRow } from '@/platform/access/scope'
import type { Reader } from '@/platform/reader'

/** A value a person gives with an action, for forms that are made from it. */
export interface ActionField {
  name: string
  label: string
  type: 'text' | 'note' | 'quantity' | 'day' | 'choice' | 'amount' | 'lines'
  required?: boolean
  /** For `choice`: where its options come from, below /api/v1. */
  source?: string
}

/** What a principal may do with a document now, and if not, why. */
export interface Action {
  verb: string
  label: string
  tone?: Tone
  allowed: boolean
  reason?: string
  confirm?: string
  fields?: readonly ActionField[]
}

/** A row as far as its actions depend on it. */
export interface ActionRow extends TenantRow {
  id: string
  status: string
  number?: string | null
}

/** A verb beside the machine, or what is particular about one of its verbs. */
export interface ActionExtra {
  label?: string
  tone?: Tone
  confirm?: string
  fields?: readonly ActionField[]
  /** For verbs the machine does not know. */
  needs?: string
  side?: Side
  from?: readonly string[]
  /** Why the facts of this row forbid it although its state allows it. */
  reason?: string | null
}

/** What stands between a principal and an action; `says` is the sentence people read. */
export type Obstacle =
  | { kind: 'right'; permission: string; side: Side; reachedAs: 'owner' | 'counterparty' | null; says: string }
  | { kind: 'state'; from: readonly string[]; says: string }
  | { kind: 'fact'; says: string }

/** What a document's actions follow from beside its row. */
export interface ActionRules {
  machine: Machine
  noun?: string
  extras?: Record<string, ActionExtra>
}

/** The actions of one kind of document: how its row is read, and what decides. Lists, pages and explanations ask it. */
export interface ActionSource<R extends ActionRow = ActionRow> {
  slug: string
  /** Refuses NOT_FOUND for what the reader does not reach. */
  load(reader: Reader, id: string): Promise<R>
  rules(reader: Reader, row: R): ActionRules
}

/** Declares the actions of a collection's documents. */
export function defineActions<R extends ActionRow>(source: ActionSource<R>): ActionSource<R> {
  return source
}

/** What the reader may do with one document now, and why not. */
export async function actionsOf<R extends ActionRow>(source: ActionSource<R>, reader: Reader, id: string): Promise<Action[]> {
  const row = await source.load(reader, id)
  return actionsFor(reader, source.slug, row, source.rules(reader, row))
}

/**
 * The actions of one row: every verb a person can perform by its machine, then the extras. Each says whether this
 * principal may do it now, or gives the first reason why not: permission, side, state, facts. The operation asks again.
 */
export function actionsFor(reader: Reader, slug: string, row: ActionRow, rules: ActionRules): Action[] {
  return verbsOf(rules).map((verb) => {
    const [first] = obstaclesTo(verb, reader, slug, row, rules)
    return action(verb, known(verb, rules), first?.says)
  })
}

/** The verbs people know of a document: those of its machine, then the extras. */
export function verbsOf({ machine, extras = {} }: ActionRules): string[] {
  const ofMachine = Object.keys(machine.transitions).filter((verb) => edgeOf(machine, verb))
  return [...ofMachine, ...Object.keys(extras).filter((verb) => !ofMachine.includes(verb))]
}

/** The button's text of a verb. */
export function labelOf(verb: string, rules: ActionRules): string {
  return known(verb, rules).label ?? verb
}

/** Everything that keeps the reader from a verb of `verbsOf` now, the first reason first. Empty: it is allowed. */
export function obstaclesTo(verb: string, reader: Reader, slug: string, row: ActionRow, rules: ActionRules): Obstacle[] {
  const { needs, side = 'either', reason } = known(verb, rules)
  return [
    ...(needs ? rightObstacle(reader, slug, row, { needs, side }) : []),
    ...stateObstacle(verb, row, rules),
    ...(reason ? [{ kind: 'fact', says: reason } as const] : []),
  ]
}

function known(verb: string, { machine, extras = {} }: ActionRules): ActionExtra {
  const edge = edgeOf(machine, verb)
  const ofMachine: ActionExtra = edge ? { needs: edge.needs, side: edge.side, label: edge.label, ...(edge.confirm ? { confirm: edge.confirm } : {}) } : {}
  return { ...ofMachine, ...extras[verb] }
}

// Derived edges are nobody's button: a verb of the same name is one of the extras.
function edgeOf(machine: Machine, verb: string): Transition | undefined {
  const edge = machine.transitions[verb]
  return edge?.by === 'person' ? edge : undefined
}

function action(verb: string, about: ActionExtra, reason: string | undefined): Action {
  return {
    verb,
    label: about.label ?? verb,
    allowed: !reason,
    ...(about.tone ? { tone: about.tone } : {}),
    ...(reason ? { reason } : {}),
    ...(about.confirm ? { confirm: about.confirm } : {}),
    ...(about.fields ? { fields: about.fields } : {}),
  }
}

function rightObstacle(reader: Reader, slug: string, row: ActionRow, { needs, side }: { needs: string; side: Side }): Obstacle[] {
  const reachedAs = sideOf(reader.reach(slug, needs), row)
  if (reachedAs && (side === 'either' || side === reachedAs)) return []
  const says = !reachedAs
    ? `You need the permission ${needs} to do this.`
    : side === 'owner'
      ? 'Only the organization that issued it can do this.'
      : 'Only the other party can do this.'
  return [{ kind: 'right', permission: needs, side, reachedAs, says }]
}

function stateObstacle(verb: string, row: ActionRow, { machine, noun = `The ${machine.name}`, extras = {} }: ActionRules): Obstacle[] {
  const edge = edgeOf(machine, verb)
  const from = edge?.from ?? extras[verb]?.from
  if (!from || from.includes(row.status)) return []
  return [{ kind: 'state', from, says: edge ? machineSays(machine, row, verb, noun) : extraSays(machine, from) }]
}

function extraSays(machine: Machine, from: readonly string[]): string {
  const states = from.map((state) => machine.states[state]?.label.toLowerCase() ?? state)
  return `This is possible while it is ${states.join(' or ')}.`
}

function machineSays(machine: Machine, row: ActionRow, verb: string, noun: string): string {
  try {
    assertTransition(machine, row.status, verb, { noun, number: row.number ?? '' })
    throw new Error(`${machine.name}.${verb} is possible from ${row.status} after all.`)
  } catch (error) {
    if (isDomainError(error)) return error.message
    throw error
  }
}
