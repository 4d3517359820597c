import { refuse } from './errors'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
export type Side = 'owner' | 'counterparty' | 'either'
export type State = { readonly label: string; readonly tone: Tone; readonly final?: boolean; readonly group?: string }

export type Transition<S extends string = string> = {
  readonly from: readonly S[]
  readonly to: S
  readonly label: string
  /** the permission that performs it */
  readonly needs: string
  /** the event it announces */
  readonly emits?: string
  /** which party of the document may perform it */
  readonly side: Side
  /** derived edges follow from facts and are performed by the module itself, never by a button */
  readonly by: 'person' | 'derived'
  /** the sentence a person confirms before a step that cannot be taken back */
  readonly confirm?: string
}

export type Machine<S extends string = string, V extends string = string> = {
  readonly name: string
  readonly initial: S
  readonly states: Readonly<Record<S, State>>
  readonly transitions: Readonly<Record<V, Transition<S>>>
}

/** The document a refusal speaks about: "Order", "SO-000012". */
export type Subject = { readonly noun: string; readonly number: string }

/** Declares the life of a document; naming a state that does not exist is a type error. */
export function defineMachine<const S extends string, const V extends string>(machine: {
  readonly name: string
  readonly initial: NoInfer<S>
  readonly states: Readonly<Record<S, State>>
  readonly transitions: Readonly<Record<V, Transition<NoInfer<S>>>>
}): Machine<S, V> {
  return machine
}

/** Sentences about a machine that cannot be right: unreachable or dead-end states, final states with an exit. */
export function machineProblems(machine: Machine): string[] {
  const edges = Object.values(machine.transitions)
  const reached = reachableFrom(machine.initial, edges)
  const ofStates = Object.entries(machine.states).flatMap(([state, { final }]) => {
    const hasExit = edges.some((edge) => edge.from.includes(state))
    return [
      ...(reached.has(state) ? [] : [`${machine.name}: ${state} cannot be reached from ${machine.initial}`]),
      ...(final && hasExit ? [`${machine.name}: ${state} is final but has an exit`] : []),
      ...(!final && !hasExit ? [`${machine.name}: ${state} cannot be left and is not final`] : []),
    ]
  })
  const ofVerbs = Object.entries(machine.transitions)
    .filter(([, edge]) => edge.from.length === 0)
    .map(([verb]) => `${machine.name}: ${verb} starts nowhere`)
  return [...ofStates, ...ofVerbs]
}

/** True when the text names a state of this machine. */
export function isState<S extends string>(machine: Machine<S>, state: string): state is S {
  return Object.hasOwn(machine.states, state)
}

/** The verbs a person can perform in this state, in the order of the declaration; derived edges are left out. */
export function allowedVerbs<S extends string, V extends string>(machine: Machine<S, V>, state: string): V[] {
  return (Object.keys(machine.transitions) as V[]).filter((verb) => {
    const edge = machine.transitions[verb]
    return edge.by === 'person' && edge.from.some((from) => from === state)
  })
}

/** The transition of a verb in a state. Refuses with STATE_REFUSED, naming the states it is possible from. */
export function assertTransition<S extends string, V extends string>(
  machine: Machine<S, V>,
  state: string,
  verb: V,
  subject: Subject,
): Transition<S> {
  const edge = machine.transitions[verb]
  return edge.from.some((from) => from === state) ? edge : refuseState(machine, state, edge, subject)
}

/**
 * The derived edge that leads from one state to another; undefined when nothing changes.
 * Refuses with STATE_REFUSED when the facts demand a step the machine does not have.
 */
export function derivedTransition<S extends string, V extends string>(
  machine: Machine<S, V>,
  from: S,
  to: S,
  subject: Subject = { noun: machine.name, number: '' },
): { readonly verb: V; readonly transition: Transition<S> } | undefined {
  if (from === to) return undefined
  const verb = (Object.keys(machine.transitions) as V[]).find((name) => {
    const edge = machine.transitions[name]
    return edge.by === 'derived' && edge.to === to && edge.from.includes(from)
  })
  if (verb) return { verb, transition: machine.transitions[verb] }
  const known = Object.values<Transition<S>>(machine.transitions).filter(
    (edge) => edge.by === 'derived' && edge.to === to,
  )
  return refuseState(
    machine,
    from,
    { label: machine.states[to].label, from: known.flatMap((edge) => edge.from) },
    subject,
  )
}

function refuseState<S extends string>(
  machine: Machine<S>,
  state: string,
  edge: Pick<Transition<S>, 'label' | 'from'>,
  subject: Subject,
): never {
  return refuse('STATE_REFUSED', {
    noun: subject.noun,
    number: subject.number,
    state: isState(machine, state) ? spoken(machine.states[state].label) : state,
    action: spoken(edge.label),
    from: edge.from.map((from) => spoken(machine.states[from].label)).join(' or ') || 'nowhere',
  })
}

function spoken(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1)
}

function reachableFrom(initial: string, edges: readonly Transition[]): ReadonlySet<string> {
  const reached = new Set([initial])
  let size = 0
  while (size < reached.size) {
    size = reached.size
    for (const edge of edges) if (edge.from.some((from) => reached.has(from))) reached.add(edge.to)
  }
  return reached
}
