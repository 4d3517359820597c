import type { Reader } from '@/platform/reader'

const EXPOSURE = `select coalesce(sum(exposure_minor), 0)::float8 as minor from orders
where counterparty_id = $1::uuid and organization_id = $2::uuid and exposure_minor > 0`

/** What of the orders between two parties is not billed yet, in minor units (S16). The caller has a right to ask. */
export async function orderedBetween(reader: Pick<Reader, 'rows'>, { seller, buyer }: { seller: string; buyer: string }): Promise<number> {
  const [sum] = await reader.rows<{ minor: number }>(EXPOSURE, [buyer, seller], 'tf_order_exposure')
  return sum?.minor ?? 0
}
