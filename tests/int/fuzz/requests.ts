import fc from 'fast-check'

import { BROKEN_BODIES, CONTENT_TYPES, IDEMPOTENCY_KEYS, nasty, nastyText, wellFormed } from './hostile'
import { mutated, mutations } from './mutate'
import { valueOf, type Known, type Schema } from './schema'

/** A parameter and an operation of the OpenAPI document. */
type Parameter = { name?: string; in?: string; required?: boolean; schema?: Schema }
export type Described = {
  operationId: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}

/** An operation with where it is found. */
export type Operation = { method: string; path: string; described: Described }

/** A request as text, so that a counterexample can be read. */
export type Wish = { path: string; body?: string; headers: Record<string, string> }

/** Every operation of a document. */
export function operationsOf(document: { paths: Record<string, Record<string, Described>> }): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ method: method.toUpperCase(), path, described })),
  )
}

/** Requests for an operation: some would be taken, most are a little or entirely wrong. */
export function requestsFor(operation: Operation, known: Known): fc.Arbitrary<Wish> {
  return fc
    .record({
      path: pathOf(operation, known),
      query: queryOf(operation.described.parameters, known),
      body: bodyOf(operation, known),
      headers: headersOf(known),
    })
    .map(({ path, query, body, headers }) => ({
      path: `${path}${query}`,
      ...body,
      headers: { ...headers, ...body.headers },
    }))
}

function pathOf({ path }: Operation, known: Known): fc.Arbitrary<string> {
  const parts = path.split('/').map((part, index, all) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1]
    if (!name) return fc.constant(part)
    // An id is one of what the word before it names.
    const existing = known(name === 'id' ? (all[index - 1] ?? '') : name).map(String)
    return fc.oneof(
      { arbitrary: existing.length > 0 ? fc.constantFrom(...existing) : fc.uuid(), weight: 6 },
      { arbitrary: fc.uuid(), weight: 1 },
      { arbitrary: nastyText.map(inPath), weight: 1 },
    )
  })
  return fc.tuple(...parts).map((all) => all.join('/'))
}

// Some clients send signs as they are, some half encoded.
function inPath(text: string): string {
  return wellFormed(text) === text ? encodeURIComponent(text).slice(0, 2_000) : '%E0%A4%A'
}

function queryOf(parameters: readonly Parameter[], known: Known): fc.Arbitrary<string> {
  const declared = parameters.filter((one) => one.in === 'query')
  const pairs = declared.map(({ name = '', required, schema = {} }) => {
    const right = valueOf(schema, known, name).map(String)
    const value = fc.oneof({ arbitrary: right, weight: 4 }, { arbitrary: nastyText, weight: 1 })
    const times = fc.oneof(
      { arbitrary: fc.constant(1), weight: 6 },
      { arbitrary: fc.constant(required ? 1 : 0), weight: 9 },
      { arbitrary: fc.constant(2), weight: 1 },
    )
    const written = fc.oneof(
      { arbitrary: fc.constant(name), weight: 20 },
      { arbitrary: fc.constantFrom(`${name}[]`, `${name}[$gt]`, `${name}[0][a]`), weight: 1 },
    )
    return fc
      .tuple(written, value, times)
      .map(([key, text, count]) => Array.from({ length: count }, () => pair(key, text)))
  })
  const stranger = fc.oneof(
    { arbitrary: fc.constant<string[]>([]), weight: 14 },
    {
      arbitrary: fc
        .tuple(fc.constantFrom('unheardOf', 'where[id][equals]', '__proto__', 'depth', '%', '%E0%A4%A', ''), nastyText)
        .map(([key, text]) => [pair(key, text)]),
      weight: 1,
    },
  )
  return fc.tuple(...pairs, stranger).map((all) => {
    const text = all.flat().join('&')
    return text === '' ? '' : `?${text}`
  })
}

function pair(key: string, text: string): string {
  return `${key}=${encodeURIComponent(wellFormed(text))}`
}

type Body = { body?: string; headers: Record<string, string> }

function bodyOf({ method, described }: Operation, known: Known): fc.Arbitrary<Body> {
  if (method === 'GET') return fc.constant({ headers: {} })
  const schema = described.requestBody?.content['application/json']?.schema
  const value = schema
    ? fc.tuple(valueOf(schema, known), mutations).map(([one, changes]) => mutated(one, changes))
    : fc.oneof(fc.constant({}), nasty)
  const json = value.map((one) => JSON.stringify(one) ?? 'undefined')
  const text = fc.oneof(
    { arbitrary: json, weight: 25 },
    { arbitrary: fc.constantFrom(...BROKEN_BODIES, ''), weight: 2 },
  )
  const type = fc.oneof(
    { arbitrary: fc.constant('application/json'), weight: 25 },
    { arbitrary: fc.constantFrom(...CONTENT_TYPES), weight: 1 },
  )
  return fc
    .tuple(text, type)
    .map(([body, content]) => ({ body, headers: content === null ? {} : { 'content-type': content } }))
}

function headersOf(known: Known): fc.Arbitrary<Record<string, string>> {
  const rarely = (value: fc.Arbitrary<string>, weight: number) =>
    fc.oneof({ arbitrary: fc.constant(null), weight: 20 }, { arbitrary: value, weight })
  const organizations = known('organization').map(String)
  return fc
    .record({
      'x-organization': rarely(fc.oneof(fc.constantFrom(...organizations), nastyText), 3),
      'idempotency-key': rarely(fc.constantFrom(...IDEMPOTENCY_KEYS), 3),
      'if-match': rarely(fc.constantFrom('"1"', '"2"', '*', '1', '"x"', 'W/"1"', '"99999999999999999999"'), 2),
      'accept-language': rarely(fc.constantFrom('de', 'xx', '*', ';q=', 'x'.repeat(300)), 1),
    })
    .map((all) =>
      Object.fromEntries(
        Object.entries(all).flatMap(([name, value]) => (value === null || !canSend(value) ? [] : [[name, value]])),
      ),
    )
}

// A header is one line of Latin letters; whatever is not never leaves a client.
function canSend(value: string): boolean {
  return /^[\x20-\x7e\x80-\xff]*$/.test(value)
}
