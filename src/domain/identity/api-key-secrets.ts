import { refuse } from '@/kernel/errors'
import { keyHash, keyText, newSecret } from '@/platform/access/api-key'
import { signingPlace } from '@/platform/access/signature'
import { seal } from '@/platform/keys/keys'
import { lockedAsRead } from '@/platform/locks'
import type { Context } from '@/platform/operation'
import type { ApiKeyRow } from '@/domain/identity/rows'

/** The secrets of a key as they are shown, once. */
export interface ShownSecrets {
  /** `tf_live_<8 id>_<32 secret>`, for the header Authorization. */
  secret: string
  /** Signs requests; null for a key whose requests need no signature. */
  signingSecret: string | null
}

interface SecretRow {
  id: string
  slot: number
  isLive: boolean
  endsAt: Date | null
}

const LIST = `select id, slot, ends_at as "endsAt", coalesce(ends_at > $2, true) as "isLive" from api_key_secrets
where key_id = $1::uuid${lockedAsRead('created_at')}`
const END = `update api_key_secrets set ends_at = $2 where id = $1::uuid and (ends_at is null or ends_at > $2)`
const FORGET = `delete from api_key_secrets where id = any($1::uuid[])`
const INSERT = `insert into api_key_secrets (key_id, slot, secret_hash, signing_box) values ($1::uuid, $2, $3, $4)`

/**
 * Gives a key a new secret; the one before works until `overlapUntil`. CONFLICT while two are active: a third would mean
 * that nobody knows which program uses which.
 */
export async function addSecret(ctx: Context, key: Pick<ApiKeyRow, 'id' | 'prefix' | 'signed'>, overlapUntil: Date): Promise<ShownSecrets> {
  const present = await ctx.rows<SecretRow>(LIST, [key.id, ctx.now])
  const live = present.filter((one) => one.isLive)
  if (live.length > 1) refuse('CONFLICT', { reason: 'Two secrets of this key are active; end the older one before making another.' })
  const gone = present.filter((one) => !one.isLive)
  if (gone.length > 0) await ctx.rows(FORGET, [gone.map((one) => one.id)])
  for (const one of live) await ctx.rows(END, [one.id, overlapUntil])
  const slot = live[0]?.slot === 1 ? 2 : 1
  const secret = { prefix: key.prefix, secret: newSecret() }
  const signingSecret = key.signed ? `tf_sign_${newSecret()}` : null
  await ctx.rows(INSERT, [key.id, slot, keyHash(secret), signingSecret === null ? null : seal(signingSecret, signingPlace(key.id))])
  return { secret: keyText(secret), signingSecret }
}

/** Ends all secrets but the newest one, or all of them. Answers how many were ended. */
export async function endSecrets(ctx: Context, key: string, which: 'older' | 'all'): Promise<number> {
  const live = (await ctx.rows<SecretRow>(LIST, [key, ctx.now])).filter((one) => one.isLive)
  const ended = which === 'all' ? live : live.slice(0, -1)
  for (const one of ended) await ctx.rows(END, [one.id, ctx.now])
  return ended.length
}
