import { createHash, randomBytes } from 'node:crypto'
import { refuse } from '@/kernel/errors'
import { env } from '@/platform/env'
import type { Reader } from '@/platform/reader'
import { seal, unseal, type Place } from '@/platform/keys/keys'

/** `device`: whoever opens the link may sign in from there although the account is under attack. */
export type TokenPurpose = 'invite' | 'reset' | 'device'

const LIFE_MS: Record<TokenPurpose, number> = { invite: env.INVITE_DAYS * 86_400_000, reset: env.TOKEN_MINUTES * 60_000, device: env.TOKEN_MINUTES * 60_000 }

// The token waits in the event from which the mail is made.
const EVENT: Record<TokenPurpose, string> = { invite: 'member.invited', reset: 'password.reset-requested', device: 'sign-in.challenged' }

const INSERT = `insert into auth_tokens (purpose, token_hash, user_id, invitation_id, expires_at) values ($1, $2, $3::uuid, $4::uuid, $5)`
const USE = `update auth_tokens set used_at = now() where token_hash = $1 and purpose = $2 and used_at is null and expires_at > $3
returning user_id as user, invitation_id as invitation`
const PEEK = `select t.user_id as user, t.invitation_id as invitation from auth_tokens t
where t.token_hash = $1 and t.purpose = $2 and t.used_at is null and t.expires_at > $3`
const VOID = `update auth_tokens set used_at = now() where purpose = $1 and used_at is null and (user_id = $2::uuid or invitation_id = $2::uuid)`

/**
 * A new token; the person's row must be written already. Only its hash is stored (PF8); what is answered is sealed, for
 * the event from which the mail is made.
 */
export async function issueToken(reader: Reader, purpose: TokenPurpose, user: string, invitation: string | null = null) {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = tokenExpiry(reader.now, purpose)
  await reader.rows(INSERT, [purpose, digest(token), user, invitation, expiresAt])
  return { sealed: seal(token, placeOf(purpose)), expiresAt }
}

/** The token inside an event of this purpose; only the job that writes the mail calls it. */
export function openToken(purpose: TokenPurpose, sealed: string): string {
  return unseal(sealed, placeOf(purpose))
}

/** When a token issued now stops working. */
export function tokenExpiry(now: Date, purpose: TokenPurpose): Date {
  return new Date(now.getTime() + LIFE_MS[purpose])
}

/** Uses a token up. Of several users at the same moment exactly one succeeds (PF8); the others get TOKEN_INVALID. */
export async function spendToken(reader: Reader, purpose: TokenPurpose, token: string): Promise<TokenOwner> {
  const [owner] = await reader.rows<TokenOwner>(USE, [digest(token), purpose, reader.now])
  return owner ?? refuse('TOKEN_INVALID', {})
}

/** Whose token it is, without using it up. TOKEN_INVALID when it is unknown, used or expired. */
export async function peekToken(reader: Reader, purpose: TokenPurpose, token: string): Promise<TokenOwner> {
  const [owner] = await reader.rows<TokenOwner>(PEEK, [digest(token), purpose, reader.now])
  return owner ?? refuse('TOKEN_INVALID', {})
}

/** Makes all open tokens of a person or an invitation worthless. */
export async function voidTokens(reader: Reader, purpose: TokenPurpose, owner: string): Promise<void> {
  await reader.rows(VOID, [purpose, owner])
}

export interface TokenOwner {
  user: string
  invitation: string | null
}

function placeOf(purpose: TokenPurpose): Place {
  return { table: 'outbox_events', row: EVENT[purpose], column: 'data.token', tenant: null }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
