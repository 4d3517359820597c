import { refuse } from '@/kernel/errors'
import { mustBeOperator } from '@/platform/http/operators'

const MAX_LENGTH = 16_000
const MAX_PARAMETERS = 500
const MAX_BRANCHES = 100
const MAX_LEVELS = 12
const MAX_VALUE = 2_000

/**
 * Refuses a query of Payload's REST that would be expensive to read or to answer: too long, too many parameters, a
 * `where` with too many branches or nested too deep. Figures (`limit`, `depth`, `page`) are clamped where they are used.
 */
export function mustBeModestQuery(search: string, maxLength = MAX_LENGTH): void {
  if (search.length > maxLength) refuse('TOO_LARGE', { limit: `${maxLength} characters of query` })
  const parameters = new URLSearchParams(search)
  if (parameters.size > MAX_PARAMETERS) no(`at most ${MAX_PARAMETERS} parameters`)
  for (const [name, value] of parameters) mustBeModestParameter(name, value)
  const branches = [...parameters.keys()].filter((name) => BRANCH.test(name)).length
  if (branches > MAX_BRANCHES) no(`at most ${MAX_BRANCHES} conditions joined by "or" and "and"`)
}

// Payload takes whatever stands there as a condition and fails on what is none.
const CONDITION = /^where(?:\[(?:and|or)\]\[\d+\])*\[[\w.-]+\]\[([a-z_]+)\](?:\[\d*\])?$/i
const LISTED = /\[\d*\]$/
const LISTS = new Set(['in', 'not_in'])
const BRANCH = /\[(or|and)\]/i

function mustBeModestParameter(name: string, value: string): void {
  if (value.length > MAX_VALUE) no(`values of at most ${MAX_VALUE} characters`)
  if (levelsOf(name) > MAX_LEVELS) no(`at most ${MAX_LEVELS} levels`)
  if (name.startsWith('where')) mustBeCondition(name, value)
}

function mustBeCondition(name: string, value: string): void {
  const operator = CONDITION.exec(name)?.[1]
  if (operator) mustBeOperator(operator)
  else if (value !== '') no('conditions like where[field][equals]=value')
  if (operator && LISTED.test(name) && !LISTS.has(operator)) no('lists of values only for "in" and "not_in"')
}

function levelsOf(name: string): number {
  return name.split('[').length - 1
}

function no(what: string): never {
  return refuse('INPUT_INVALID', { reason: `A query has ${what}.` })
}
