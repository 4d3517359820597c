import { refuse } from '@/kernel/errors'

const MAX_LEVELS = 40
const MAX_VALUES = 20_000

interface Seen {
  levels: number
  values: number
  isText: boolean
}

/**
 * Refuses JSON nested deeper than 40 levels or with more than 20,000 values, before anything is built from it. It only
 * counts signs; whether it is JSON at all is for the parser to say.
 */
export function mustBeModestJson(text: string): void {
  const seen: Seen = { levels: 0, values: 0, isText: false }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (seen.isText && sign === BACKSLASH) at += 1
    else look(seen, sign)
  }
}

/** Refuses JSON that is no object: Payload writes into whatever it is given. */
export function mustBeObjectJson(text: string): void {
  if (!text.trimStart().startsWith('{')) refuse('INPUT_INVALID', { reason: 'The body must be a JSON object.' })
}

const BACKSLASH = 92
const QUOTE = 34
const OPENING = new Set([91, 123])
const CLOSING = new Set([93, 125])
const COMMA = 44

function look(seen: Seen, sign: number): void {
  if (sign === QUOTE) seen.isText = !seen.isText
  else if (seen.isText) return
  else if (OPENING.has(sign)) open(seen)
  else if (CLOSING.has(sign)) seen.levels -= 1
  else if (sign === COMMA) count(seen)
}

function open(seen: Seen): void {
  seen.levels += 1
  if (seen.levels > MAX_LEVELS)
    refuse('INPUT_INVALID', { reason: `The body is nested deeper than ${MAX_LEVELS} levels.` })
  count(seen)
}

function count(seen: Seen): void {
  seen.values += 1
  if (seen.values > MAX_VALUES) refuse('TOO_LARGE', { limit: `${MAX_VALUES} values` })
}
