import type { PoolClient } from 'pg'
import { formatNumber, type Sequence } from '@/kernel/sequence'

const NEXT = `
insert into sequences (id, organization_id, key, next, created_at, updated_at) values (gen_random_uuid(), $1, $2, 2, now(), now())
on conflict (organization_id, key) do update set next = sequences.next + 1, updated_at = now() returning (next - 1)::int as n`

/**
 * The next number of a series from its locked counter row (F1). A rollback gives the number back, so series have no
 * gaps; never `max() + 1`.
 */
export async function nextNumber(
  client: PoolClient,
  sequence: Sequence,
  organization: string,
  slots: { year?: number; series?: string } = {},
): Promise<{ number: string; seq: number }> {
  const key = [sequence.name, slots.series, slots.year].filter((part) => part !== undefined).join(':')
  const { rows } = await client.query<{ n: number }>({ name: 'tf_next_number', text: NEXT, values: [organization, key] })
  const seq = rows[0]?.n ?? 0
  return { number: formatNumber(sequence, seq, slots), seq }
}
