import type { Payload, PayloadRequest } from 'payload'
import { actorOf, workingFor, type AuditEntry } from '@/platform/audit'
import { chosenOrganization } from '@/platform/access/chosen'
import { principalOf, type Principal } from '@/platform/access/principal'
import { refusalOf, type Refusal } from '@/platform/http/refusal'
import { requestFacts, type RequestFacts } from '@/platform/http/request-facts'
import { metaOf } from '@/platform/payload/meta'
import { keep } from '@/platform/recorder/recorder'

/** An attempt of somebody to do something. */
export interface Attempt {
  operation: string
  principal: Principal | null
  facts: RequestFacts
  /** The organization that was chosen for it. */
  organization?: string | null
  /** The collection and row it was about, as far as it is known. */
  subjectType?: string | undefined
  subject?: string | undefined
}

// Unfinished forms, repeated keys and a busy server are no attempts of anything.
const NO_ATTEMPT = new Set(['INPUT_INVALID', 'UNAUTHENTICATED', 'KEY_IN_FLIGHT', 'KEY_OTHER_BODY', 'SERVER_BUSY', 'TOO_LARGE', 'TOO_MANY'])
// The row may be another tenant's.
const MISSES = new Set(['NOT_FOUND', 'CROSS_TENANT'])
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const noted = new WeakSet<object>()

/**
 * Notes that an attempt was refused or failed, once per error however many doors it passes. The entry is written soon,
 * outside of the transaction that was rolled back; a row asked for in vain is looked up at other tenants.
 */
export function noteFailure(payload: Payload, attempt: Attempt, error: unknown): void {
  const { principal } = attempt
  if (!principal || principal.kind === 'system' || isNoted(error)) return
  const refusal = refusalOf(error)
  if (refusal && NO_ATTEMPT.has(refusal.code)) return
  keep(payload, 'attempts', entryOf(payload, attempt, principal, refusal))
  if (refusal && MISSES.has(refusal.code)) noteMissed(payload, attempt.subject, attempt)
}

/** Notes that somebody did something outside of any operation (signing out). */
export function noteDone(payload: Payload, attempt: Attempt): void {
  if (attempt.principal) keep(payload, 'attempts', { ...entryOf(payload, attempt, attempt.principal, null), outcome: 'success', reason: null })
}

/** Notes what a route refused: a read of a row that was not found, or a failed attempt to change something. */
export function noteRefusal(payload: Payload, method: string, attempt: Attempt, error: unknown): void {
  if (method !== 'GET') return noteFailure(payload, attempt, error)
  if (!isNoted(error) && refusalOf(error)?.code === 'NOT_FOUND') noteMissed(payload, attempt.subject, attempt)
}

/** Notes that somebody asked for a row and was told it was not found. */
export function noteMissed(payload: Payload, id: string | undefined, { principal, facts, operation }: Attempt): void {
  if (principal && principal.kind !== 'system' && id && UUID.test(id)) {
    keep(payload, 'missed', { principal, id, request: facts, path: operation })
  }
}

/** An attempt to write a row that Payload itself writes. */
export function crudAttempt(req: PayloadRequest, slug: string, verb: string, subject: string | undefined): Attempt {
  const config = req.payload.collections[slug as keyof typeof req.payload.collections]?.config
  const noun = (config ? metaOf(config)?.noun : undefined) ?? slug
  const principal = principalOf(req.user)
  return { operation: `${noun}.${verb}`, principal, facts: requestFacts(req), organization: chosenOrganization(req.headers), subjectType: slug, subject }
}

/** The row an input speaks about, when it names one. */
export function subjectIn(input: unknown): string | undefined {
  const { id } = (typeof input === 'object' && input !== null ? input : {}) as { id?: unknown }
  return typeof id === 'string' && UUID.test(id) ? id : undefined
}

function isNoted(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  if (noted.has(error)) return true
  noted.add(error)
  return false
}

function entryOf(payload: Payload, { operation, facts, organization, subjectType, subject }: Attempt, principal: Principal, refusal: Refusal | null): AuditEntry {
  const home = workingFor(principal, organization) ?? principal.memberships[0]?.organization.id ?? null
  return {
    operation: operation.slice(0, 80),
    outcome: 'failure',
    reason: (refusal ? `${refusal.code}: ${refusal.message}` : 'It failed on our side.').slice(0, 400),
    ...actorOf(principal),
    onBehalfOf: home,
    organization: home,
    tree: principal.memberships.find((one) => one.organization.id === home)?.organization.tree ?? null,
    subjectType: subjectType ?? slugOf(payload, operation),
    subject: subject ?? null,
    changes: {},
    person: null,
    ...facts,
  }
}

// `order.confirm` is about orders; lines share the noun of their document and have the longer name.
function slugOf(payload: Payload, operation: string): string {
  const noun = operation.split('.')[0] ?? operation
  const slugs = Object.values(payload.collections).flatMap(({ config }) => (metaOf(config)?.noun === noun ? [config.slug as string] : []))
  return slugs.sort((a, b) => a.length - b.length)[0] ?? noun
}
