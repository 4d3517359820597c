import type { AfterErrorHook, PayloadRequest } from 'payload'
import { DomainError } from '@/kernel/errors'
import { databaseErrorOf, isDomainError, refusalOf, type Refusal } from '@/platform/http/refusal'
import { crudAttempt, noteRefusal } from '@/platform/recorder/attempts'

/** Gives Payload's own routes our refusals and a sentence for what the database refuses, instead of a bare 500. */
export const sayWhatWasRefused: AfterErrorHook = ({ collection, error: thrown, graphqlResult, req }) => {
  const error = originalOf(thrown)
  const refusal = refusalOf(error) ?? wrongComparison(error)
  noteCrud(req, collection?.slug, refusal ? error : (payloadRefusal(error) ?? error))
  if (!refusal) return
  const data = isDomainError(error) ? { code: refusal.code, details: refusal.details } : { code: refusal.code }
  const { status, code, message } = refusal
  if (graphqlResult) return { graphqlResult: { ...graphqlResult, message, extensions: { name: code, data, statusCode: status } } }
  return { status, response: { errors: [{ name: code, message, data }] } }
}

// GraphQL wraps what was thrown, and Payload hides whatever has no status of its own.
function originalOf(error: Error): Error {
  return (error as Error & { originalError?: Error }).originalError ?? error
}

// Payload asks the database whatever a `where` says; parts of a text exist in no number, day or document.
function wrongComparison(error: unknown): Refusal | null {
  if (databaseErrorOf(error)?.code !== '42883') return null
  return { status: 400, code: 'INPUT_INVALID', message: 'A field of the query cannot be compared in this way.', details: [] }
}

const VERBS: Readonly<Record<string, string>> = { POST: 'create', PATCH: 'update', PUT: 'update', DELETE: 'delete', GET: 'read' }

/** Payload's own routes carry the row in the route; what they refuse is an attempt like any other. */
function noteCrud(req: PayloadRequest, slug: string | undefined, error: unknown): void {
  const { id } = req.routeParams ?? {}
  const verb = VERBS[req.method ?? 'GET'] ?? 'read'
  if (slug) noteRefusal(req.payload, req.method ?? 'GET', crudAttempt(req, slug, verb, typeof id === 'string' ? id : undefined), error)
}

// Payload's errors say by their status what they are.
function payloadRefusal(error: unknown): DomainError | null {
  const { status } = error as { status?: unknown }
  if (status === 404) return new DomainError('NOT_FOUND', { noun: 'The row' })
  if (status === 403) return new DomainError('PERMISSION_REFUSED', { permission: 'to do this' })
  return status === 400 ? new DomainError('INPUT_INVALID', { reason: 'The values were refused.' }) : null
}
