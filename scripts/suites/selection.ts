import { Refusal } from '../lib/refusal'
import type { Suite } from './suite'

/** The suites to run, in order, and the pattern that narrows those that take one. */
export type Selection = { suites: Suite[]; pattern: string | undefined }

/**
 * Reads the arguments of `npm test`: `--only unit,int [pattern]`, or names and paths (`unit int/orders`). Without any,
 * every suite that exists. Throws a Refusal for a name nobody knows.
 */
export function select(args: string[], all: Suite[]): Selection {
  const words = args.filter((arg) => arg !== '--coverage')
  const at = words.indexOf('--only')
  if (words.length === 0) return { suites: all.filter((suite) => suite.exists()), pattern: undefined }
  const named = at >= 0 ? (words[at + 1] ?? '').split(',') : words.map((word) => word.split('/')[0] ?? '')
  const rest = at >= 0 ? words.filter((_, index) => index !== at && index !== at + 1) : words.map(afterSlash)
  for (const name of named) {
    if (!all.some((suite) => suite.name === name))
      throw new Refusal(`There is no suite "${name}"; there are ${all.map((suite) => suite.name).join(', ')}.`)
  }
  return {
    suites: all.filter((suite) => named.includes(suite.name)),
    pattern: rest.filter(Boolean).join('|') || undefined,
  }
}

function afterSlash(word: string): string {
  return word.split('/').slice(1).join('/')
}
