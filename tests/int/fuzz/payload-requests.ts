import fc from 'fast-check'

import { nasty, nastyText, wellFormed } from './hostile'
import type { Known } from './schema'

/** A collection as Payload's doors offer it: the names of its fields, with those of what they point to. */
export type Offered = { slug: string; fields: string[]; graph: string }

const OPERATORS = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
  '$where',
]

/** Query strings of REST: conditions of every kind, orders, pages, and figures that are none. */
export function restQueries({ slug, fields }: Offered, known: Known): fc.Arbitrary<string> {
  const field = fc.oneof(
    { arbitrary: fc.constantFrom(...fields), weight: 12 },
    {
      arbitrary: fc.constantFrom(
        'nothing',
        'id.id',
        'createdBy.hash',
        '__proto__',
        'organization.organization.name',
        '*',
        "name'--",
      ),
      weight: 2,
    },
  )
  const value = fc.oneof(
    { arbitrary: fc.constantFrom(...known(slug).map(String), '1', 'SKU-1', 'true', ''), weight: 2 },
    { arbitrary: nastyText, weight: 3 },
  )
  const condition = fc.tuple(
    fc.constantFrom('', '[or][0]', '[and][0]', '[and][0][or][0]'),
    field,
    fc.constantFrom(...OPERATORS),
    fc.constantFrom('', '', '', '[]', '[0]', '[a]'),
    value,
  )
  const where = condition.map(([join, name, operator, list, text]) =>
    pair(`where${join}[${name}][${operator}]${list}`, text),
  )
  const figure = fc.constantFrom(
    '0',
    '1',
    '-1',
    '200',
    '1e9',
    '1e999',
    'NaN',
    '',
    '0.5',
    '99999999999999999999',
    'abc',
    '%00',
  )
  const shape = fc.oneof(
    fc.tuple(fc.constantFrom('limit', 'page', 'depth'), figure).map(([key, text]) => pair(key, text)),
    fc
      .tuple(
        fc.constantFrom('sort', 'sort', 'sort[]', 'sort[0]', 'sort[a]'),
        fc.oneof(
          field,
          field.map((name) => `-${name}`),
          nastyText,
        ),
      )
      .map(([key, text]) => pair(key, text)),
    fc
      .tuple(fc.constantFrom('select', 'populate', 'joins'), field, fc.constantFrom('true', 'false', 'x', '1'))
      .map(([key, name, text]) => pair(`${key}[${name}]`, text)),
    fc
      .tuple(
        fc.constantFrom(
          'select',
          'populate',
          'joins',
          'locale',
          'fallback-locale',
          'draft',
          'trash',
          'pagination',
          'select[name][x]',
          'populate[organizations]',
          'joins[a][where][b][equals]',
          'joins[a][limit]',
          'version',
          'where',
          'autosave',
        ),
        nastyText,
      )
      .map(([key, text]) => pair(key, text)),
  )
  return fc
    .tuple(fc.array(where, { maxLength: 2 }), fc.array(shape, { maxLength: 3 }))
    .map(([conditions, shapes]) => `?${[...conditions, ...shapes].join('&')}`)
}

/** A request of GraphQL: conditions as variables of the right and of wrong kinds, and texts that are no query. */
export function graphRequests({ graph, fields }: Offered): fc.Arbitrary<Record<string, unknown>> {
  const single = graph.replace(/^all/, '')
  const where = fc
    .tuple(
      fc.constantFrom(...fields.map((name) => name.replaceAll('.', '__'))),
      fc.constantFrom(...OPERATORS.slice(0, 13)),
      nasty,
    )
    .map(([name, operator, value]) => ({ [name]: { [operator]: value } }))
  const argument = fc.oneof(
    fc.record({ limit: nasty, page: nasty, sort: nasty }, { requiredKeys: [] }),
    fc.record({ sort: nastyText }),
  )
  const asked = fc.tuple(fc.option(where), argument).map(([condition, rest]) => ({
    query: `query { rows: ${graph}(${
      Object.entries({ ...rest, ...(condition ? { where: condition } : {}) })
        .map(([key, value]) => `${key}: ${literal(value)}`)
        .join(', ') || 'limit: 1'
    }) { totalDocs docs { id } } }`,
  }))
  const variables = fc
    .tuple(nasty, nasty)
    .map(([id, more]) => ({
      query: `query ($id: String!) { row: ${single}(id: $id) { id } }`,
      variables: { id, more },
    }))
  const broken = fc.oneof(
    nasty.map((query) => ({ query })),
    nastyText.map((text) => ({
      query: `{ ${graph}(sort: ${JSON.stringify(text)}) { totalDocs } }`,
      operationName: text,
    })),
    nasty.map((variables_) => ({ query: '{ __typename }', variables: variables_ })),
  )
  return fc.oneof(
    { arbitrary: asked, weight: 6 },
    { arbitrary: variables, weight: 1 },
    { arbitrary: broken, weight: 2 },
  )
}

// A value as GraphQL writes it: keys without quotes.
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.slice(0, 20).map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return `{${Object.entries(value)
    .map(([key, one]) => `${/^[_A-Za-z]\w*$/.test(key) ? key : 'odd'}: ${literal(one)}`)
    .join(', ')}}`
}

function pair(key: string, text: string): string {
  return `${key}=${encodeURIComponent(wellFormed(text))}`
}
