import {
  Kind,
  parse,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { refuse } from '@/kernel/errors'
import { mustCompareWithValues } from '@/platform/http/graphql-conditions'

const MAX_LENGTH = 20_000
const MAX_TOKENS = 3_000
const MAX_LEVELS = 15
const MAX_ALIASES = 50
const MAX_FIELDS = 1_000

interface Walk {
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
  fields: number
  aliases: number
}

/**
 * Refuses a GraphQL request that would be expensive before it is validated or run: several at once, long, deep, with
 * many aliases, or with fragments that multiply or contain themselves. Payload's own limit of complexity comes after.
 */
export function mustBeModestGraphql(text: string): void {
  const query = queryOf(text)
  if (query.length > MAX_LENGTH) refuse('TOO_LARGE', { limit: `${MAX_LENGTH} characters of query` })
  const document = parsed(query)
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  )
  const walk: Walk = { fragments, fields: 0, aliases: 0 }
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION) visit(walk, one.selectionSet, 1, [])
}

function queryOf(text: string): string {
  const body = json(text)
  if (Array.isArray(body)) return no('one query at a time')
  const query = typeof body === 'object' && body !== null ? (body as { query?: unknown }).query : undefined
  return typeof query === 'string' ? query : no('its query as a text')
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return refuse('INPUT_INVALID', { reason: 'The body is not valid JSON.' })
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MAX_TOKENS, noLocation: true })
  } catch (error) {
    return refuse('INPUT_INVALID', {
      reason: `The query cannot be read: ${error instanceof Error ? error.message.replace(/^Syntax Error: /, '') : 'it is broken'}`,
    })
  }
}

function visit(walk: Walk, set: SelectionSetNode, level: number, inside: readonly string[]): void {
  if (level > MAX_LEVELS) no(`at most ${MAX_LEVELS} levels`)
  for (const one of set.selections) {
    if (one.kind === Kind.FRAGMENT_SPREAD) visitFragment(walk, one.name.value, level, inside)
    else {
      if (one.kind === Kind.FIELD) lookAt(walk, one)
      if (one.selectionSet) visit(walk, one.selectionSet, level + 1, inside)
    }
  }
}

function visitFragment(walk: Walk, name: string, level: number, inside: readonly string[]): void {
  if (inside.includes(name)) no('no fragment that contains itself')
  const fragment = walk.fragments.get(name)
  if (fragment) visit(walk, fragment.selectionSet, level, [...inside, name])
}

function lookAt(walk: Walk, field: FieldNode): void {
  countField(walk, field.alias !== undefined)
  mustCompareWithValues(field)
}

function countField(walk: Walk, isAlias: boolean): void {
  walk.fields += 1
  if (isAlias) walk.aliases += 1
  if (walk.fields > MAX_FIELDS) no(`at most ${MAX_FIELDS} fields`)
  if (walk.aliases > MAX_ALIASES) no(`at most ${MAX_ALIASES} aliases`)
}

function no(what: string): never {
  return refuse('INPUT_INVALID', { reason: `A GraphQL request has ${what}.` })
}
