import { isDomainError } from '@/kernel/errors'
import { assertTransition, type Machine, type Side, type Tone } from '@/kernel/machine'
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

/**
 * The actions of one row: every verb a person can perform by its machine, then the extras. Each says whether this
 * principal may do it now, or gives the first reason why not: permission, side, state, facts. The operation asks again.
 */
export function actionsFor(reader: Reader, slug: string, row: ActionRow, about: { machine: Machine; noun?: string; extras?: Record<string, ActionExtra> }): Action[] {
  const { machine, extras = {} } = about
  const subject = { noun: about.noun ?? `The ${machine.name}`, number: row.number ?? '' }
  const verbs = Object.keys(machine.transitions).filter((verb) => machine.transitions[verb]?.by === 'person')
  const ofMachine = verbs.map((verb) => {
    const edge = machine.transitions[verb]
    const extra = extras[verb] ?? {}
    const reason = edge && (rightReason(reader, slug, row, edge) ?? stateReason(machine, row.status, verb, subject) ?? extra.reason)
    return action(verb, { ...edge, ...extra, label: extra.label ?? edge?.label ?? verb }, reason)
  })
  const others = Object.entries(extras).filter(([verb]) => !verbs.includes(verb))
  return [...ofMachine, ...others.map(([verb, extra]) => action(verb, extra, extraReason(reader, slug, row, extra, machine)))]
}

function action(verb: string, known: ActionExtra, reason: string | null | undefined): Action {
  return {
    verb,
    label: known.label ?? verb,
    allowed: !reason,
    ...(known.tone ? { tone: known.tone } : {}),
    ...(reason ? { reason } : {}),
    ...(known.confirm ? { confirm: known.confirm } : {}),
    ...(known.fields ? { fields: known.fields } : {}),
  }
}

function extraReason(reader: Reader, slug: string, row: ActionRow, extra: ActionExtra, machine: Machine): string | null {
  const { needs, side = 'either', from } = extra
  const right = needs ? rightReason(reader, slug, row, { needs, side }) : null
  if (right) return right
  if (from && !from.includes(row.status)) {
    const states = from.map((state) => machine.states[state]?.label.toLowerCase() ?? state)
    return `This is possible while it is ${states.join(' or ')}.`
  }
  return extra.reason ?? null
}

function rightReason(reader: Reader, slug: string, row: ActionRow, edge: { needs: string; side: Side }): string | null {
  const mine = sideOf(reader.reach(slug, edge.needs), row)
  if (!mine) return `You need the permission ${edge.needs} to do this.`
  if (edge.side === 'either' || edge.side === mine) return null
  return edge.side === 'owner' ? 'Only the organization that issued it can do this.' : 'Only the other party can do this.'
}

function stateReason(machine: Machine, status: string, verb: string, subject: { noun: string; number: string }): string | null {
  try {
    assertTransition(machine, status, verb, subject)
    return null
  } catch (error) {
    if (isDomainError(error)) return error.message
    throw error
  }
}
