import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** The orders that lines belong to, as far as the reader reaches them: line -> order. */
export async function ordersOfLines(reader: Reader, lines: readonly string[]): Promise<Map<string, { id: string; number: string | null }>> {
  if (lines.length === 0) return new Map()
  const to = bindings([lines])
  const rows = await reader.rows<{ line: string; id: string; number: string | null }>(
    `select l.id as line, o.id, o.number from order_lines l join orders o on o.id = l.order_id where l.id = any($1::uuid[]) and ${sqlOf(reader.reach('orders'), 'o', to)}`,
    to.values,
  )
  return new Map(rows.map(({ line, id, number }) => [line, { id, number }]))
}
