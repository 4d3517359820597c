import { isPartial, type Scope } from '@/platform/access/scope'
import { sqlOf, type Bindings } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface Newest {
  slug: 'invoices' | 'payments'
  /** conditions over the row `t` and its seller `o` */
  where: readonly string[]
  most: number
  seller?: string | undefined
  buyer?: string | undefined
}

/**
 * SQL for the newest rows of a two-party table that the reader reaches, as rows `t`. Each organization's side is read
 * along its own index and stops after `most` rows; one condition over all of them would sort their whole history.
 */
export function newestOf(reader: Reader, { slug, where, most, seller, buyer }: Newest, to: Bindings): string {
  const scope = reader.reach(slug)
  const from = `from ${slug} t join organizations o on o.id = t.organization_id`
  const narrow = [
    ...where,
    ...(seller === undefined ? [] : [`t.organization_id = ${to.bind(seller)}::uuid`]),
    ...(buyer === undefined ? [] : [`t.counterparty_id = ${to.bind(buyer)}::uuid`]),
  ]
  const sorted = `order by t.id desc limit ${to.bind(most)}`
  if (!isBySides(scope)) return `select t.* ${from} where ${[sqlOf(scope, 't', to), ...narrow].join(' and ')} ${sorted}`
  const sides = sidesOf(scope).map(({ condition, ids }) => {
    const own = `select t.* ${from} where ${[condition, ...narrow].join(' and ')} ${sorted}`
    return `select t.* from unnest(${to.bind(ids)}::uuid[]) u(id) cross join lateral (${own}) t`
  })
  // Whoever belongs to both parties of a document reads it once.
  return `select distinct on (id) * from (${sides.join(' union all ')}) every order by id desc limit ${to.bind(most)}`
}

function isBySides(scope: Scope): boolean {
  const { trees, owners, parties } = scope
  return trees.length === 0 && !isPartial(scope) && owners.length + parties.length > 0
}

function sidesOf({ owners, parties }: Scope): { condition: string; ids: string[] }[] {
  return [
    { condition: 't.organization_id = u.id', ids: [...new Set(owners)] },
    { condition: 't.counterparty_id = u.id and t.shared_at is not null', ids: [...new Set(parties)] },
  ].filter((side) => side.ids.length > 0)
}
