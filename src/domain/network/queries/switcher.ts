import { bindings, liesUnder, sqlOf } from '@/platform/access/sql'
import { pageOf, readCursor } from '@/platform/cursor'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

/** A dealer as the switcher offers it. */
export interface SwitchChoice {
  id: string
  slug: string
  name: string
  code: string
  /** The dealer it belongs to; null below headquarters itself. */
  parentName: string | null
  /** How many dealers lie below it: more than none makes a group. */
  below: number
}

export interface SwitchWish {
  q: string
  slug?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Dealers whose name or code contains the text, by name; thousands are walked by keyset. */
export async function searchDealers(reader: Reader, { q, slug, cursor, limit }: SwitchWish): Promise<Page<SwitchChoice>> {
  const to = bindings()
  const where = [sqlOf(reader.reach('organizations'), 'o', to), `o.kind = 'dealer'`]
  if (slug) where.push(`o.slug = ${to.bind(slug)}`)
  if (q.trim() !== '') {
    const like = to.bind(`%${q.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`)
    where.push(`(o.name ilike ${like} or o.code ilike ${like})`)
  }
  if (cursor) {
    const [name, id] = readCursor(cursor)
    where.push(`(lower(o.name), o.id::text) > (${to.bind(name)}, ${to.bind(id)})`)
  }
  const rows = await reader.rows<SwitchChoice>(
    `select o.id, o.slug, o.name, o.code, case when p.kind = 'dealer' then p.name end as "parentName",
      (select count(*)::int from organizations c where c.parent_id = o.id) as below
    from organizations o left join organizations p on p.id = o.parent_id where ${where.join(' and ')} order by lower(o.name), o.id::text limit ${to.bind(limit + 1)}`,
    to.values,
  )
  return pageOf(rows, limit, (row) => [row.name.toLowerCase(), row.id])
}

/** What somebody looks at: one dealer, or a dealer with everybody below it. */
export interface Focus {
  id: string
  slug: string
  name: string
  isGroup: boolean
  organizations: string[]
}

/** The dealer behind an address' word, alone or with those below it. Null when the reader reaches no such dealer. */
export async function focusOn(reader: Reader, { slug, isGroup }: { slug: string; isGroup: boolean }): Promise<Focus | null> {
  const to = bindings([slug, isGroup])
  const [row] = await reader.rows<Omit<Focus, 'isGroup'>>(
    `select o.id, o.slug, o.name, case when $2::boolean then (select json_agg(d.id) from organizations d where ${liesUnder('d', 'o')} and d.tree_id = o.tree_id)
      else json_build_array(o.id) end as organizations
    from organizations o where o.slug = $1 and o.kind = 'dealer' and ${sqlOf(reader.reach('organizations'), 'o', to)}`,
    to.values,
  )
  return row ? { ...row, isGroup } : null
}
