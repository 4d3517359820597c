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

const INSERT = `insert into idempotency_keys (id, principal, operation, key, organization_id, input_hash, created_at, updated_at)
values (gen_random_uuid(), $1, $2, $3, $4, $5, now(), now()) on conflict do nothing returning id`
const STORED = `select input_hash as hash, answer from idempotency_keys
where principal = $1 and operation = $2 and key = $3 and organization_id is not distinct from $4::uuid`

/**
 * Claims a key inside the transaction (S18). A second request with the same key waits for the first one's commit, then
 * gets its answer; another body is refused. Refusals are not stored: they rolled back.
 */
export async function claimKey(client: PoolClient, now: Date, facts: KeyFacts): Promise<Claim> {
  const scope = [facts.principal, facts.operation, facts.key, facts.organization]
  const claimed = await insert(client, [...scope, facts.hash])
  if (claimed) return { now, id: claimed, stored: null }
  const { rows } = await client.query<{ hash: string; answer: unknown }>({ name: 'tf_key_stored', text: STORED, values: scope })
  const found = rows[0]
  if (!found) return refuse('KEY_IN_FLIGHT', {})
  if (found.hash !== facts.hash) refuse('KEY_OTHER_BODY', {})
  return { now, id: null, stored: { answer: found.answer } }
}

/** Keeps the answer for a repetition, in the same transaction. */
export async function storeAnswer(client: PoolClient, id: string, answer: unknown): Promise<void> {
  const text = 'update idempotency_keys set answer = $2::jsonb, updated_at = now() where id = $1'
  await client.query({ name: 'tf_key_answer', text, values: [id, JSON.stringify(answer ?? null)] })
}

async function insert(client: PoolClient, values: unknown[]): Promise<string | null> {
  try {
    const { rows } = await client.query<{ id: string }>({ name: 'tf_key_claim', text: INSERT, values })
    return rows[0]?.id ?? null
  } catch (error) {
    if (databaseErrorOf(error)?.code === '55P03') refuse('KEY_IN_FLIGHT', {})
    throw error
  }
}
