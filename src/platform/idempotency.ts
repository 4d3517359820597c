import type { PoolClient } from 'pg'
import { refuse } from '@/kernel/errors'
import { databaseErrorOf } from '@/platform/http/refusal'

export interface Claim {
  now: Date
  /** Row to store the answer in; null when no key was sent. */
  id: string | null
  stored: { answer: unknown } | null
}

export interface KeyFacts {
  principal: string
  operation: string
  key: string
  organization: string | null
  hash: string
}

/**
 * SQL that names the operation for the guards and keeps the plans of prepared statements: planning anew for every set of
 * parameters took as long as the work itself. A kept plan must not read whole tables, which were small when it was made;
 * operations find rows by keys. All of it ends with the transaction.
 */
export function transactionSettings(operation: string): string {
  const kept = `set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)`
  return `set_config('tf.operation', ${operation}, true), ${kept}`
}

// The first statement of the transaction: it also names the operation for the guards and fetches the clock.
const CLAIM = `with claimed as (insert into idempotency_keys (id, principal, operation, key, organization_id, input_hash, created_at, updated_at)
  values (gen_random_uuid(), $1, $2, $3, $4, $5, now(), now()) on conflict do nothing returning id)
select now() as now, ${transactionSettings('$2')}, (select id from claimed) as id`
const STORED = `select input_hash as hash, answer from idempotency_keys
where principal = $1 and operation = $2 and key = $3 and organization_id is not distinct from $4::uuid`

/**
 * Begins an operation with a key inside the transaction (S18). A second request with the same key waits for the first
 * one's commit, then gets its answer; another body is refused. Refusals are not stored: they rolled back.
 */
export async function claimKey(client: PoolClient, facts: KeyFacts): Promise<Claim> {
  const scope = [facts.principal, facts.operation, facts.key, facts.organization]
  const { now, id } = await claim(client, [...scope, facts.hash])
  if (id) return { now, id, stored: null }
  const { rows } = await client.query<{ hash: string; answer: unknown }>({ name: 'tf_key_stored', text: STORED, values: scope })
  const found = rows[0]
  if (!found) return refuse('KEY_IN_FLIGHT', {})
  if (found.hash !== facts.hash) refuse('KEY_OTHER_BODY', {})
  return { now, id: null, stored: { answer: found.answer } }
}

async function claim(client: PoolClient, values: unknown[]): Promise<{ now: Date; id: string | null }> {
  try {
    const { rows } = await client.query<{ now: Date; id: string | null }>({ name: 'tf_key_claim', text: CLAIM, values })
    return { now: rows[0]?.now ?? new Date(), id: rows[0]?.id ?? null }
  } catch (error) {
    if (databaseErrorOf(error)?.code === '55P03') refuse('KEY_IN_FLIGHT', {})
    throw error
  }
}
