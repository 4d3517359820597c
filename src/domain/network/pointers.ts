import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'

const POINTERS = { branch: 'branches', tier: 'dealer-tiers', territory: 'territories', priceList: 'price-lists' } as const

export type DealerPointers = Partial<Record<keyof typeof POINTERS, string | null | undefined>>

/** Refuses a branch, tier, territory or price list of another organization, in the words of a missing one (CROSS_TENANT). */
export async function mustBeOurs(ctx: Context, organization: string, input: DealerPointers): Promise<void> {
  for (const [field, slug] of Object.entries(POINTERS) as [keyof typeof POINTERS, string][]) {
    const id = input[field]
    if (!id) continue
    const [row] = await ctx.find<{ id: string }>(slug, { id, organization })
    if (!row) refuse('CROSS_TENANT', { noun: `The value of ${field}` }, [{ path: field, message: 'No such row in this organization.' }])
  }
}
