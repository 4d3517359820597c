import { marketOf } from '@/domain/catalog/queries/market'
import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A category of the organization's seller by id or slug; NOT_FOUND otherwise. */
export async function categoryOf(reader: Reader, asked: { organization: string; category: string }): Promise<{ id: string; name: string; slug: string; path: string }> {
  const { seller } = await marketOf(reader, asked.organization)
  const to = bindings([seller, asked.category])
  const [row] = await reader.rows<{ id: string; name: string; slug: string; path: string }>(
    `select c.id, c.name, c.slug, c.path from categories c where c.organization_id = $1::uuid and (c.id::text = $2 or c.slug = $2)
       and ${sqlOf(reader.reach('categories'), 'c', to)}`,
    to.values,
  )
  return row ?? refuse('NOT_FOUND', { noun: 'The category' })
}
