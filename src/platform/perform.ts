import type { Payload, PayloadRequest } from 'payload'
import type { PoolClient } from 'pg'
import type { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { inputHash } from '@/kernel/idempotency'
import { allOf } from '@/kernel/all-of'
import { actingOrganization } from '@/platform/access/acting'
import { holds, type OrganizationFacts, type Principal } from '@/platform/access/principal'
import { makeContext } from '@/platform/context'
import { sessionOf } from '@/platform/db/safe-tx'
import { inTurn } from '@/platform/db/turns'
import { databaseErrorOf } from '@/platform/http/refusal'
import type { RequestFacts } from '@/platform/http/request-facts'
import { claimKey, transactionSettings, type Claim } from '@/platform/idempotency'
import { workingFor } from '@/platform/audit'
import type { Operation, RecordedAct } from '@/platform/operation'
import { parseInput } from '@/platform/http/parse-input'
import { pokeDispatcher } from '@/platform/queue/poke'
import { clientOf, hasTransaction } from '@/platform/payload/transaction'
import { noteFailure, subjectIn } from '@/platform/recorder/attempts'
import { pokeStreams } from '@/platform/stream/poke'
import { tableFor } from '@/platform/tables'
import { collectPatch } from '@/platform/writes'

/** Who performs, and how. `req` joins its open transaction; `now` is injected by tests and the demo only. */
export interface Caller {
  payload: Payload
  principal: Principal | null
  facts: RequestFacts
  organization?: string | null
  idempotencyKey?: string | null
  req?: PayloadRequest
  now?: Date
  dryRun?: boolean
  /** Notes in the same transaction that this consumer had this event; when it had it before, nothing is performed. */
  consume?: { consumer: string; event: string }
}

export interface Performed<O> {
  result: O
  /** True when the answer was stored by an earlier request with the same key. */
  isReplay: boolean
}

const RETRIED = new Set(['40001', '40P01', '55P03'])
const ATTEMPTS = 3

/** Performs an operation and gives its result; see `performDetailed` for what it guarantees. */
export async function perform<I extends z.ZodType, O>(operation: Operation<I, O>, input: unknown, caller: Caller): Promise<O> {
  return (await performDetailed(operation, input, caller)).result
}

/**
 * The one door of every business operation: parses the input, asks for the permission, opens a transaction (or joins
 * the request's), replays a repeated key, runs, writes rows, audit and outbox in one statement and commits. Deadlocks
 * and lock waits are retried a few times with a fresh context; nothing is answered before COMMIT has answered.
 */
export async function performDetailed<I extends z.ZodType, O>(operation: Operation<I, O>, input: unknown, caller: Caller): Promise<Performed<O>> {
  try {
    return await attempt(operation, input, caller)
  } catch (error) {
    const { payload, principal, facts, organization = null } = caller
    if (!caller.dryRun) noteFailure(payload, { operation: operation.name, principal, facts, organization, subject: subjectIn(input) }, error)
    throw error
  }
}

async function attempt<I extends z.ZodType, O>(operation: Operation<I, O>, input: unknown, caller: Caller): Promise<Performed<O>> {
  const parsed = await parseInput(operation.input, input)
  const principal = admitted(operation as Operation, caller)
  const organization = actingOrganization(operation as Operation, principal, caller.organization ?? null)
  const job: Job<O> = {
    operation: operation as Operation,
    input: parsed,
    run: async (ctx) => operation.run(ctx, parsed),
    hash: () => inputHash(input),
    caller,
    principal,
    organization,
  }
  if (caller.req && (await hasTransaction(caller.req))) return { result: await runJoined(job, caller.req), isReplay: false }
  return runRetried(job)
}

interface Job<O> {
  operation: Operation
  input: unknown
  run: (ctx: ReturnType<typeof makeContext>['ctx']) => Promise<O>
  hash: () => string
  caller: Caller
  principal: Principal
  organization: OrganizationFacts | null
}

function admitted(operation: Operation, caller: Caller): Principal {
  if (!caller.principal) return refuse('UNAUTHENTICATED', {})
  if (operation.scope === 'person' && caller.principal.kind === 'key') refuse('PERSON_NEEDED', {})
  if (operation.permission !== null && !holds(caller.principal, operation.permission)) {
    refuse('PERMISSION_REFUSED', { permission: operation.permission })
  }
  return caller.principal
}

async function runRetried<O>(job: Job<O>): Promise<Performed<O>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTurn(() => runOnce(job))
    } catch (error) {
      const code = databaseErrorOf(error)?.code
      if (attempt >= ATTEMPTS || !code || !RETRIED.has(code)) throw error
    }
  }
}

async function runOnce<O>(job: Job<O>): Promise<Performed<O>> {
  const { db } = job.caller.payload
  const id = await db.beginTransaction()
  const session = id === null || id === undefined ? undefined : sessionOf(db, id)
  if (id === null || !session) throw new Error('The database opened no transaction.')
  try {
    const { outcome, events, topics, written } = await runInside(job, session.client)
    if (job.caller.dryRun) {
      await written
      await db.rollbackTransaction(id)
      return outcome
    }
    // COMMIT goes out with the last statement; when that fails, COMMIT only rolls back, and its error is the one to tell.
    await allOf(written, db.commitTransaction(id))
    if (events > 0) pokeDispatcher(job.caller.payload)
    if (topics.length > 0) pokeStreams(job.caller.payload, topics)
    return outcome
  } catch (error) {
    await db.rollbackTransaction(id)
    throw error
  }
}

async function runJoined<O>(job: Job<O>, req: PayloadRequest): Promise<O> {
  const { outcome, written } = await runInside(job, await clientOf(req))
  await written
  return outcome.result
}

interface Ran<O> {
  outcome: Performed<O>
  events: number
  /** the answer to the last statement */
  written: Promise<unknown>
  topics: readonly string[]
}

async function runInside<O>(job: Job<O>, client: PoolClient): Promise<Ran<O>> {
  const { operation, caller, principal, organization } = job
  const claim = await begin(job, client)
  if (caller.consume && !(await consumeOnce(client, caller.consume))) return replayed(undefined as O)
  if (claim.stored) return replayed(claim.stored.answer as O)
  const now = caller.now ?? claim.now
  const { ctx, journal, send } = makeContext({ payload: caller.payload, client, principal, operation, organization, now, facts: caller.facts })
  const result = await job.run(ctx)
  if (operation.recorded) ctx.record(actOf(job))
  // The answer travels with the last writes: every statement costs as much as the work it carries.
  if (claim.id) collectPatch(journal.writes, tableFor(caller.payload, 'idempotency-keys'), claim.id, { answer: result ?? null })
  const { written } = await send()
  return { outcome: { result, isReplay: false }, events: journal.announced, topics: [...journal.topics], written }
}

function replayed<O>(result: O): Ran<O> {
  return { outcome: { result, isReplay: true }, events: 0, topics: [], written: Promise.resolve() }
}

function actOf<O>({ operation, input, principal, caller, organization }: Job<O>): RecordedAct {
  const isOwn = operation.scope === 'person'
  return {
    operation: operation.name,
    outcome: operation.outcome ?? 'success',
    organization: organization?.id ?? workingFor(principal, caller.organization),
    subjectType: isOwn ? 'users' : operation.name.split('.')[0] ?? operation.name,
    subject: isOwn ? principal.id : (subjectIn(input) ?? null),
  }
}

const CONSUME = `insert into event_consumptions (consumer, event_id) values ($1, $2::uuid) on conflict do nothing returning 1`

async function consumeOnce(client: PoolClient, { consumer, event }: { consumer: string; event: string }): Promise<boolean> {
  const { rowCount } = await client.query({ name: 'tf_consume', text: CONSUME, values: [consumer, event] })
  return rowCount === 1
}

async function begin<O>({ operation, caller, principal, organization, hash }: Job<O>, client: PoolClient): Promise<Claim> {
  const key = operation.isShownOnce ? null : caller.idempotencyKey
  if (key) return claimKey(client, { principal: principal.id, operation: operation.name, key, organization: organization?.id ?? null, hash: hash() })
  const { rows } = await client.query<{ now: Date }>({
    name: 'tf_begin',
    text: `select now() as now, ${transactionSettings('$1')}`,
    values: [operation.name],
  })
  return { now: rows[0]?.now ?? new Date(), id: null, stored: null }
}
