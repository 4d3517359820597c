import { createHash } from 'node:crypto'

const names = new Map<string, string>()
const MOST = 2_000

/**
 * A name that has a composed statement prepared: the same text, the same name. Texts must vary in shape only, with every
 * value bound; beyond a bound of shapes nothing more is prepared.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known || names.size >= MOST) return known
  const name = `tf_q_${createHash('sha1').update(text).digest('hex').slice(0, 24)}`
  names.set(text, name)
  return name
}
