import type { z } from 'zod'
import type { AllocateInput } from '@/domain/finance/inputs'
import type { Entry } from '@/domain/finance/ledger'
import { chosenEntries, oldestFirst, type Account } from '@/domain/finance/open-invoices'
import type { Context } from '@/platform/operation'

/**
 * The entries that a person asked for: chosen rows, the oldest due first, or none (F6, F7). Locks the invoices.
 * @param source number and what is left of the payment or credit note, in minor units
 */
export async function wantedEntries(
  ctx: Context,
  account: Account,
  wanted: z.output<typeof AllocateInput>,
  source: { number: string; remainingMinor: number },
): Promise<Entry[]> {
  if (wanted === 'none') return []
  if (wanted === 'oldest-first') return oldestFirst(ctx, account, source.remainingMinor)
  return chosenEntries(ctx, account, wanted, source)
}
