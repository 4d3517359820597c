import type { Parties } from '@/domain/sales/parties'
import { refuse } from '@/kernel/errors'
import { boundTo } from '@/platform/access/bound'
import type { Reader } from '@/platform/reader'

const BRANCH = 'select 1 from branches where id = $1::uuid and organization_id = $2::uuid and archived_at is null'

/**
 * The parties of what the seller drafts, at its branch: the one named, else the branch that looks after the dealer. People
 * bound to branches sell to the dealers of these, in these. Refuses NOT_FOUND for another dealer or branch.
 */
export async function atSellingBranch(reader: Pick<Reader, 'rows' | 'principal'>, parties: Parties, asked?: string | null): Promise<Parties> {
  const bound = boundTo(reader.principal, parties.seller, 'order.create')
  if (bound && !bound.includes(parties.sellerBranch ?? '')) refuse('NOT_FOUND', { noun: 'The dealer' })
  if (!asked) return parties
  const rows = await reader.rows(BRANCH, [asked, parties.seller], 'tf_selling_branch')
  if (rows.length === 0 || (bound && !bound.includes(asked))) refuse('NOT_FOUND', { noun: 'The branch' })
  return { ...parties, sellerBranch: asked }
}
