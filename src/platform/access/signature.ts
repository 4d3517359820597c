import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Queryable } from '@/platform/access/load-principal'
import { currentShape, type RequestShape } from '@/platform/access/request-shape'
import { unseal, type Place } from '@/platform/keys/keys'

/** How far the clocks of both sides may be apart. */
export const WINDOW_SECONDS = 300

/** Where the secret that signs requests is sealed for. */
export const signingPlace = (key: string): Place => ({ table: 'api_key_secrets', row: key, column: 'signing_box', tenant: null })

// Signatures older than the window can never be accepted again; their rows go with the next one.
const CLAIM = `with old as (delete from api_key_signatures where at < now() - make_interval(secs => 3 * $3))
insert into api_key_signatures (secret_id, signature) values ($1::uuid, $2) on conflict do nothing returning 1`

/** What a request's signature is made of: time, method, path with query, and the hash of the body. */
export function signedText({ method, target, bodyHash }: Pick<RequestShape, 'method' | 'target' | 'bodyHash'>, timestamp: string): string {
  return [timestamp, method.toUpperCase(), target, bodyHash].join('\n')
}

/** The signature as it stands in the header: `v1=` and HMAC-SHA256 in hex. */
export function signatureOf(signingSecret: string, text: string): string {
  return `v1=${createHmac('sha256', signingSecret).update(text).digest('hex')}`
}

/** Why the signature of the request under way does not count; null when it does. It is used up by being accepted. */
export async function signatureProblem(db: Queryable, headers: Headers, secret: { id: string; key: string; box: string | null }): Promise<string | null> {
  const shape = currentShape()
  const given = headers.get('x-tf-signature')
  const timestamp = headers.get('x-tf-timestamp') ?? ''
  if (!given || !shape || !secret.box) return 'its requests have to be signed (X-Tf-Timestamp, X-Tf-Signature)'
  if (shape.accepted === given) return null
  if (!isNow(timestamp)) return `X-Tf-Timestamp is more than ${WINDOW_SECONDS} seconds away from the time here`
  const expected = signatureOf(unseal(secret.box, signingPlace(secret.key)), signedText(shape, timestamp))
  if (!isSame(given, expected)) return 'the signature does not fit the request'
  const query = db.query.bind(db) as (text: string, values: unknown[]) => Promise<{ rowCount: number | null }>
  const claimed = await query(CLAIM, [secret.id, Buffer.from(given), WINDOW_SECONDS])
  if (claimed.rowCount !== 1) return 'this signed request was sent before'
  shape.accepted = given
  return null
}

function isNow(timestamp: string): boolean {
  if (!/^\d{9,11}$/.test(timestamp)) return false
  return Math.abs(Date.now() / 1000 - Number(timestamp)) <= WINDOW_SECONDS
}

function isSame(given: string, expected: string): boolean {
  const one = Buffer.from(given)
  const other = Buffer.from(expected)
  return one.length === other.length && timingSafeEqual(one, other)
}
