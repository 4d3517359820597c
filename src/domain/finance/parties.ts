import type { PartySnapshot } from '@/domain/finance/rows'
import type { Reader } from '@/platform/reader'

const PARTIES = `
select o.id, o.name, o.code, a.recipient, a.line1, a.line2, a.city, a.region, a.postal_code as "postalCode", a.country
from organizations o left join lateral (select * from addresses x where x.organization_id = o.id and x.archived_at is null
  order by x.is_billing desc nulls last, x.id limit 1) a on true
where o.id = any($1::uuid[])`

/** Name and billing address of organizations as they are now, for a document to keep. The caller has a right to them. */
export async function partySnapshots(
  ctx: Pick<Reader, 'rows'>,
  ids: readonly string[],
): Promise<Map<string, PartySnapshot>> {
  const rows = await ctx.rows<PartySnapshot & { id: string }>(PARTIES, [ids], 'tf_party_snapshots')
  return new Map(rows.map(({ id, ...party }) => [id, party]))
}
