import type { Payload } from 'payload'
import { cache } from 'react'
import { loadOrganization } from '@/platform/access/load-principal'
import { poolOf } from '@/platform/db/pool'

/** The currency a row's amounts are in: its own, that of its price list, else that of its organization. */
export async function currencyOfRow(payload: Payload, row: Record<string, unknown> = {}): Promise<string> {
  if (typeof row['currency'] === 'string') return row['currency']
  if (typeof row['list'] === 'string') return (await currencyOfList(payload, row['list'])) ?? 'USD'
  const organization = row['organization']
  return typeof organization === 'string' ? ((await currencyOfOrganization(payload, organization)) ?? 'USD') : 'USD'
}

// One statement per organization or list and page: React keeps the answers for the request.
const currencyOfOrganization = cache(async (payload: Payload, id: string) => (await loadOrganization(poolOf(payload), id))?.currency)

const currencyOfList = cache(async (payload: Payload, id: string) => {
  const { rows } = await poolOf(payload).query<{ currency: string }>('select currency from price_lists where id = $1::uuid', [id])
  return rows[0]?.currency
})
