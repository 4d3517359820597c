import type { Reader } from '@/platform/reader'

const COUNT = `
select count(*)::int as lines from carts c join cart_lines l on l.cart_id = c.id and l.removed_at is null
where c.organization_id = $1::uuid and c.owner_id = $2::uuid and c.state = 'open'`

/** How many lines the person's open cart has, for the badge on every page. */
export async function cartCount(reader: Reader, organization: string): Promise<number> {
  const [row] = await reader.rows<{ lines: number }>(COUNT, [organization, reader.principal.id], 'tf_cart_count')
  return row?.lines ?? 0
}
