import type { Payload } from 'payload'
import type { z } from 'zod'
import type { EventDefinition } from '@/kernel/event'
import { installationPrincipal } from '@/platform/access/principal'
import type { Operation } from '@/platform/operation'
import { perform } from '@/platform/perform'

/** An event as a job sees it: what the outbox row says. `organization` owns the subject, `counterparty` faces it. */
export interface HappenedEvent<D = unknown> {
  id: string
  name: string
  subject: { type: string; id: string }
  organization: string
  counterparty: string | null
  /** The person who caused it; null when the system did. */
  actor: string | null
  data: D
  at: Date
}

/** How often a job is tried: `attempts` in all, waiting `waitMs` before the second and twice as long each time after. */
export interface Retries {
  attempts?: number
  waitMs?: number
}

/** Performs an operation once per event, in the name of the event's organization. */
export interface Consumer {
  kind: 'consumer'
  event: string
  name: string
  operation: Operation
  input: (event: HappenedEvent) => unknown
  retries: Retries
}

/**
 * Does something outside of this system once an event has been committed (sends a mail, writes a file). It may run
 * again after a crash, so it asks first whether there is still something to do.
 */
export interface Effect {
  kind: 'effect'
  event: string
  name: string
  run: (payload: Payload, event: HappenedEvent) => Promise<void>
  retries: Retries
}

/** When a schedule ticks: every so many seconds, or once a day at `02:15` UTC. */
export type Rhythm = { seconds: () => number } | { nightly: string }

/** Does something again and again, in nobody's name: performs an operation, or runs what is more than one. */
export interface Schedule {
  kind: 'schedule'
  name: string
  summary: string
  rhythm: Rhythm
  run: (payload: Payload, now?: Date) => Promise<void>
}

export type Job = Consumer | Effect | Schedule

/** `on(orderConfirmed, announce, (event) => ({ order: event.subject.id }))`: the operation happens once per event. */
export function on<S extends z.ZodType, I extends z.ZodType, O>(
  event: EventDefinition<S>,
  operation: Operation<I, O>,
  input: (event: HappenedEvent<z.output<S>>) => z.input<I>,
  retries: Retries = {},
): Consumer {
  const untyped = input as (event: HappenedEvent) => unknown
  return {
    kind: 'consumer',
    event: event.name,
    name: operation.name,
    operation: operation as Operation,
    input: untyped,
    retries,
  }
}

/** `after(mailWritten, 'mail.send', sendMail)`: work outside of this system that follows an event. */
export function after<S extends z.ZodType>(
  event: EventDefinition<S>,
  name: string,
  run: (payload: Payload, event: HappenedEvent<z.output<S>>) => Promise<void>,
  retries: Retries = {},
): Effect {
  return { kind: 'effect', event: event.name, name, run: run as Effect['run'], retries }
}

/** `every('holds', () => 30, releaseExpiredHolds)`: the operation has scope `public` and takes no input. */
export function every<I extends z.ZodType, O>(
  name: string,
  seconds: () => number,
  operation: Operation<I, O>,
): Schedule {
  return byClock(name, { seconds }, operation.summary, async (payload, now) => {
    const facts = { requestId: `clock ${name}`.slice(0, 64), ip: null, agent: null }
    await perform(operation, {}, { payload, facts, principal: installationPrincipal(), ...(now ? { now } : {}) })
  })
}

/** `byClock('doctor', { nightly: '02:15' }, 'Ask the doctor', askDoctor)`: work that is no single operation. */
export function byClock(name: string, rhythm: Rhythm, summary: string, run: Schedule['run']): Schedule {
  return { kind: 'schedule', name, rhythm, summary, run }
}

/** The jobs of the whole product, by what starts them. */
export interface JobTable {
  byEvent: ReadonlyMap<string, readonly (Consumer | Effect)[]>
  schedules: ReadonlyMap<string, Schedule>
}

/** Builds the table; throws when an event has two jobs of one name or two schedules share a name. */
export function jobTable(jobs: readonly Job[]): JobTable {
  const byEvent = new Map<string, (Consumer | Effect)[]>()
  const schedules = new Map<string, Schedule>()
  for (const job of jobs) {
    if (job.kind === 'schedule') addOnce(schedules, job.name, job)
    else byEvent.set(job.event, withoutTwins([...(byEvent.get(job.event) ?? []), job]))
  }
  return { byEvent, schedules }
}

function addOnce(schedules: Map<string, Schedule>, name: string, schedule: Schedule): void {
  if (schedules.has(name)) throw new Error(`Two schedules are called ${name}.`)
  schedules.set(name, schedule)
}

function withoutTwins(jobs: (Consumer | Effect)[]): (Consumer | Effect)[] {
  const names = jobs.map((job) => job.name)
  const twin = names.find((name, index) => names.indexOf(name) !== index)
  if (twin) throw new Error(`${jobs[0]?.event ?? 'An event'} has two jobs called ${twin}.`)
  return jobs
}
