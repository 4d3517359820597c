import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** The seller's dealer record of a buyer, or null when there is none or it is not reached. */
export async function dealerOf(reader: Reader, { seller, buyer }: { seller: string; buyer: string }): Promise<string | null> {
  const to = bindings([seller, buyer])
  const [row] = await reader.rows<{ id: string }>(
    `select d.id from dealers d where d.organization_id = $1::uuid and d.party_id = $2::uuid and ${sqlOf(reader.reach('dealers'), 'd', to)}`,
    to.values,
  )
  return row?.id ?? null
}
