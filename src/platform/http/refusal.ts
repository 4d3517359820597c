import { ERRORS, isDomainError, type DomainError, type ErrorCode, type ErrorDetail } from '@/kernel/errors'

export { isDomainError }

export interface Refusal {
  status: number
  code: ErrorCode
  message: string
  details: readonly ErrorDetail[]
}

interface DatabaseError {
  code: string
  constraint?: string
  message: string
}

/** The refusal behind an error, whether a rule, a guard of the database or a busy server spoke. Null: a real fault. */
export function refusalOf(error: unknown): Refusal | null {
  if (isDomainError(error)) return ofDomain(error)
  const database = databaseErrorOf(error)
  return database ? ofDatabase(database) : ofConnection(error)
}

/** The error of the database server inside whatever wrapped it. */
export function databaseErrorOf(error: unknown): DatabaseError | null {
  let current: unknown = error
  for (let depth = 0; depth < 5 && current; depth += 1) {
    if (isDatabaseError(current)) return current
    current = (current as { cause?: unknown }).cause
  }
  return null
}

function isDatabaseError(error: unknown): error is DatabaseError {
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && 'severity' in (error as object)
}

function ofDomain(error: DomainError): Refusal {
  return { status: error.status, code: error.code, message: error.message, details: error.details }
}

const BY_STATE: Record<string, { code: ErrorCode; message: string }> = {
  '23505': { code: 'DUPLICATE', message: 'A row with these values exists already.' },
  '23503': { code: 'RELATED_ROWS', message: 'Another row points here, or the row pointed to does not exist.' },
  '23514': { code: 'CONFLICT', message: 'The values contradict a rule of the database.' },
  '23P01': { code: 'CONFLICT', message: 'This overlaps a row that exists already.' },
  '23502': { code: 'INPUT_INVALID', message: 'A required value is missing.' },
  '22P02': { code: 'INPUT_INVALID', message: 'A value has the wrong form.' },
  '22003': { code: 'INPUT_INVALID', message: 'A number is too large.' },
  '22001': { code: 'INPUT_INVALID', message: 'A text is too long.' },
  // An index takes no more than a third of a page.
  '54000': { code: 'INPUT_INVALID', message: 'A text is too long.' },
  '22021': { code: 'INPUT_INVALID', message: 'A text holds characters that cannot be stored.' },
  '22P05': { code: 'INPUT_INVALID', message: 'A text holds characters that cannot be stored.' },
  '22008': { code: 'INPUT_INVALID', message: 'A date does not exist.' },
  '55P03': { code: 'CONFLICT', message: 'Somebody else is changing the same rows; try again.' },
  '40001': { code: 'CONFLICT', message: 'Somebody else changed the same rows; try again.' },
  '40P01': { code: 'CONFLICT', message: 'Somebody else changed the same rows; try again.' },
  '57014': { code: 'SERVER_BUSY', message: 'This took too long and was stopped; narrow it or try again.' },
  '53300': { code: 'SERVER_BUSY', message: ERRORS.SERVER_BUSY.sentence },
  '57P01': { code: 'SERVER_BUSY', message: ERRORS.SERVER_BUSY.sentence },
  '57P02': { code: 'SERVER_BUSY', message: ERRORS.SERVER_BUSY.sentence },
  '57P03': { code: 'SERVER_BUSY', message: ERRORS.SERVER_BUSY.sentence },
}

function ofDatabase(error: DatabaseError): Refusal | null {
  // Our triggers raise TF001 with a sentence meant for people.
  if (error.code === 'TF001') return { status: 409, code: 'CONFLICT', message: error.message, details: [] }
  const known = BY_STATE[error.code]
  return known ? { status: ERRORS[known.code].status, ...known, details: [] } : null
}

const LOST = /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET|EPIPE|Client has encountered a connection error/
const ENDING = new Set(['57P01', '57P02', '57P03'])

/** True when a server (database, queue) could not be spoken to: it is down, restarts, or has no connection left. */
export function isOutOfReach(error: unknown): boolean {
  const database = databaseErrorOf(error)
  return database ? ENDING.has(database.code) : causesOf(error).some(isLost)
}

function isLost(error: unknown): boolean {
  // Told by its shape: errors of the network come from outside of a test's own world. Node hides the refusals of each
  // address of a name in an error without words of its own.
  const { message, code } = Object(error) as { message?: unknown; code?: unknown }
  return LOST.test(String(message)) || LOST.test(String(code))
}

function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = []
  for (let current = error; current && causes.length < 5; current = (current as { cause?: unknown }).cause) causes.push(current)
  return causes
}

function ofConnection(error: unknown): Refusal | null {
  if (!causesOf(error).some(isLost)) return null
  return { status: 503, code: 'SERVER_BUSY', message: ERRORS.SERVER_BUSY.sentence, details: [] }
}
