import type { Portal } from './portal'
import { marketOf } from '@/domain/catalog'
import { balanceOf, type Balance } from '@/domain/finance'
import { orderedBetween } from '@/domain/sales'
import { isDomainError } from '@/kernel/errors'

/** What the organization owes its seller; null where it has no account with one. */
export async function balanceFor({ reader, organization }: Portal): Promise<Balance | null> {
  try {
    const { seller, buyer } = await marketOf(reader, organization.id)
    return await balanceOf(reader, { seller, buyer, orderedMinor: await orderedBetween(reader, { seller, buyer }) })
  } catch (error) {
    if (isDomainError(error) && error.code === 'NOT_FOUND') return null
    throw error
  }
}
