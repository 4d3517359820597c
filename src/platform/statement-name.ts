import { createHash } from 'node:crypto'

/** A name for a statement whose text depends on filters, so that each of its shapes is prepared once per connection. */
export function statementName(prefix: string, text: string): string {
  return `${prefix}_${createHash('sha1').update(text).digest('hex').slice(0, 16)}`
}
