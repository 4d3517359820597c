import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/**
 * The person a question is about: oneself, or somebody of an organization one may inspect. NOT_FOUND otherwise, whether
 * the person exists or not.
 */
export async function inspected(reader: Reader, person: string | undefined): Promise<string> {
  if (person === undefined || person === reader.principal.id) return reader.principal.id
  const to = bindings([person])
  const [found] = await reader.rows(
    `select 1 from memberships m where m.user_id = $1::uuid and m.status <> 'ended' and ${sqlOf(reader.reach('memberships', 'access.inspect'), 'm', to)} limit 1`,
    to.values,
  )
  return found ? person : refuse('NOT_FOUND', { noun: 'The person' })
}

/** An organization by id among those the reader may see, with the way down to it. NOT_FOUND otherwise. */
export async function placeOf(reader: Reader, id: string): Promise<{ id: string; name: string; path: string[] }> {
  const to = bindings([id])
  const [place] = await reader.rows<{ id: string; name: string; path: string[] }>(
    `select o.id, o.name, string_to_array(trim(both '/' from o.path), '/') as path from organizations o
    where o.id = $1::uuid and ${sqlOf(reader.reach('organizations'), 'o', to)}`,
    to.values,
  )
  return place ?? refuse('NOT_FOUND', { noun: 'The organization' })
}
