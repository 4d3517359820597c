import { APIError, Forbidden, NotFound, ValidationError } from 'payload'
import { DomainError } from '@/kernel/errors'
import { databaseErrorOf } from '@/platform/http/refusal'

/** What Payload or the database refuses of a plain edit, in our words; null for what has words of its own or is a fault. */
export function crudRefusal(error: unknown, noun: string): DomainError | null {
  const code = databaseErrorOf(error)?.code
  // Payload's own keys set a pointer to null, which a required one refuses.
  if (code === '23503' || code === '23502') return new DomainError('RELATED_ROWS', { noun, users: 'other records' })
  return error instanceof APIError && code === undefined ? ofPayload(error, noun) : null
}

function ofPayload(error: APIError, noun: string): DomainError | null {
  if (error instanceof ValidationError) return ofFields(error, noun)
  if (error instanceof Forbidden) return new DomainError('PERMISSION_REFUSED', { permission: `to change ${noun.toLowerCase()}` })
  if (error instanceof NotFound) return new DomainError('NOT_FOUND', { noun })
  return error.status < 500 ? new DomainError('INPUT_INVALID', { reason: error.message }) : null
}

function ofFields(error: ValidationError, noun: string): DomainError {
  const fields = error.data.errors.map(({ path, message }) => ({ path: fieldOf(path), message: plain(message) }))
  const [first] = fields
  const isTaken = error.data.errors.some((one) => one.tableName !== undefined)
  if (isTaken) return new DomainError('CONFLICT', { reason: `${noun} with this ${first?.path ?? 'value'} exists already.` }, fields)
  return new DomainError('INPUT_INVALID', { reason: `${first?.path ?? 'data'}: ${first?.message ?? 'is not valid'}` }, fields)
}

// A unique index over several columns names them all: "organization_id, sku".
function fieldOf(path: string | null): string {
  const last = (path ?? 'value').split(', ').at(-1) ?? 'value'
  return last.replace(/_id$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

function plain(message: string): string {
  return message.replace(/\.?$/, '.')
}
