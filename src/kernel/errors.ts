/**
 * Every refusal this product can speak: code → HTTP status and one sentence.
 * The API, the forms and the documentation read the same row. Modules add their codes here, never elsewhere.
 */
export const ERRORS = {
  INPUT_INVALID: { status: 400, sentence: '{reason}' },
  TOKEN_INVALID: { status: 400, sentence: 'This link is not valid any more; ask for a new one.' },
  UNAUTHENTICATED: { status: 401, sentence: 'Sign in to continue.' },
  SIGN_IN_REFUSED: { status: 401, sentence: 'Address or password is wrong.' },
  KEY_REFUSED: { status: 401, sentence: 'This API key was not accepted: {reason}.' },
  PERSON_NEEDED: { status: 403, sentence: 'Only a person who is signed in can do this, not an API key.' },
  SIGN_IN_CHALLENGED: {
    status: 403,
    sentence: 'Many wrong passwords came in for this account. If yours is right, a mail is on its way: open its link here, then sign in.',
  },
  ADDRESS_NOT_LISTED: { status: 403, sentence: 'Your organization lets its people in from certain networks only, and yours is none of them.' },
  PASSWORD_EXPIRED: { status: 403, sentence: 'Your password is older than {days} days; choose a new one.' },
  PASSWORD_ORDERED: { status: 403, sentence: 'A new password is needed: use the link in your mail, or ask for a new link.' },
  NO_ORGANIZATION: { status: 403, sentence: 'You are not active in any organization; ask whoever manages yours.' },
  PERMISSION_REFUSED: { status: 403, sentence: 'You need the permission {permission} to do this.' },
  FEATURE_OFF: { status: 403, sentence: '{feature}: switched off for {organization}; its headquarters can switch it on.' },
  NOT_FOUND: { status: 404, sentence: '{noun} was not found.' },
  METHOD_NOT_ALLOWED: { status: 405, sentence: '{method} is not possible here; use {allowed}.' },
  STATE_REFUSED: { status: 409, sentence: '{noun} {number} is {state}; {action} is possible from {from}.' },
  STALE_REVISION: {
    status: 409,
    sentence: '{noun} was changed by somebody else after you opened it; reload it and try again.',
  },
  CONFLICT: { status: 409, sentence: '{reason}' },
  DUPLICATE: { status: 409, sentence: '{noun} with {field} "{value}" exists already.' },
  RELATED_ROWS: { status: 409, sentence: '{noun} is used by {users} and cannot be deleted; archive it instead.' },
  KEY_IN_FLIGHT: { status: 409, sentence: 'The same request is still running; wait for its answer.' },
  KEY_OTHER_BODY: { status: 422, sentence: 'This idempotency key was used before with another body.' },
  STOCK_SHORT: { status: 409, sentence: '{sku}: {requested} {unit} requested, {available} available.' },
  STOCK_RESERVED: { status: 409, sentence: '{sku}: {reserved} {unit} are reserved, only {onHand} would be left.' },
  NO_PRICE: { status: 422, sentence: '{sku} has no price for you on {day}.' },
  NOT_ORDERABLE: { status: 422, sentence: '{sku} cannot be ordered: {reason}.' },
  QUANTITY_STEP: { status: 422, sentence: '{sku}: {quantity} {unit} cannot be ordered; order {choices}.' },
  QUANTITY_FRACTION: { status: 422, sentence: '{sku}: {quantity} {unit}{inStockUnit} is not possible; {stockUnit} {allowed}.' },
  UNIT_UNKNOWN: { status: 422, sentence: '{sku} is not sold by {unit}; order it by {choices}.' },
  CREDIT_EXCEEDED: {
    status: 422,
    sentence: 'The credit limit is {limit}; with this document {exposure} would be open.',
  },
  CART_EMPTY: { status: 422, sentence: 'The cart is empty.' },
  LINES_MISSING: { status: 422, sentence: '{noun} needs at least one line.' },
  OVER_SHIP: { status: 422, sentence: 'Line {line}: {quantity} cannot be shipped, {open} are open.' },
  OVER_CANCEL: { status: 422, sentence: 'Line {line}: {quantity} cannot be cancelled, {open} are open.' },
  OVER_ALLOCATE: { status: 422, sentence: '{amount} cannot be allocated to {document}, {open} is open.' },
  OVER_CREDIT: { status: 422, sentence: 'Line {line}: {quantity} cannot be credited, {left} are left.' },
  CURRENCY_MIXED: { status: 422, sentence: 'Amounts in {left} and {right} cannot be combined.' },
  AMOUNT_TOO_LARGE: { status: 422, sentence: 'The amount is too large to be represented exactly.' },
  CROSS_TENANT: { status: 422, sentence: '{noun} belongs to another organization.' },
  UPLOAD_REFUSED: { status: 422, sentence: 'This file cannot be taken: {reason}.' },
  ADDRESS_REFUSED: { status: 422, sentence: 'This address cannot be used; it must be a web address anybody can reach.' },
  ADDRESS_SILENT: { status: 502, sentence: 'The other side did not answer as expected.' },
  TOO_LARGE: { status: 413, sentence: 'The request is larger than {limit}.' },
  ACCOUNT_LOCKED: { status: 429, sentence: 'Too many wrong attempts; try again in {minutes} minutes.' },
  TOO_MANY: { status: 429, sentence: 'Too many requests; try again in {seconds} seconds.' },
  STREAMS_FULL: { status: 429, sentence: 'You have {count} streams open, which is the most; close one first.' },
  SERVER_BUSY: { status: 503, sentence: 'The server is busy; try again in a moment.' },
} as const

export type ErrorCode = keyof typeof ERRORS
export type ErrorDetail = { readonly path?: string; readonly message: string }

type SlotNames<S extends string> = S extends `${string}{${infer N}}${infer Rest}` ? N | SlotNames<Rest> : never
type Filled<N extends string> = [N] extends [never] ? Record<string, never> : Readonly<Record<N, string | number>>

/** The slots a code's sentence needs; a missing or unknown slot is a type error. */
export type ErrorSlots<C extends ErrorCode> = Filled<SlotNames<(typeof ERRORS)[C]['sentence']>>

/** The only error business code throws: a code of the table, its status, its finished sentence and details by field. */
export class DomainError extends Error {
  override readonly name = 'DomainError'
  readonly code: ErrorCode
  readonly status: number
  readonly slots: Readonly<Record<string, string | number>>
  readonly details: readonly ErrorDetail[]

  constructor(code: ErrorCode, slots: Readonly<Record<string, string | number>>, details: readonly ErrorDetail[] = []) {
    super(sentenceOf(code, slots))
    this.code = code
    this.status = ERRORS[code].status
    this.slots = slots
    this.details = details
  }
}

/** Throws the DomainError of a code with its slots filled; `details` name the fields at fault. */
export function refuse<C extends ErrorCode>(
  code: C,
  slots: ErrorSlots<C>,
  details: readonly ErrorDetail[] = [],
): never {
  throw new DomainError(code, slots, details)
}

/** True for refusals of this table, also when the error crossed a bundle boundary and lost its class. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError' && 'code' in error && String(error.code) in ERRORS
}

function sentenceOf(code: ErrorCode, slots: Readonly<Record<string, string | number>>): string {
  return ERRORS[code].sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(slots[name] ?? whole))
}
