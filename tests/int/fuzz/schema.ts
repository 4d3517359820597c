import fc from 'fast-check'

/** As much of JSON Schema as our OpenAPI document uses. */
export type Schema = {
  type?: string | string[]
  anyOf?: Schema[]
  allOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  minItems?: number
  maxItems?: number
  $ref?: string
  $defs?: Record<string, Schema>
}

/** Answers what exists under the name of a field (ids, codes, words); an empty list when nothing is known. */
export type Known = (field: string) => readonly unknown[]

type Place = { root: Schema; known: Known; field: string; level: number }

/** Values a schema would take, made of what exists wherever the name of a field tells what belongs there. */
export function valueOf(schema: Schema, known: Known, field = ''): fc.Arbitrary<unknown> {
  return build(schema, { root: schema, known, field, level: 0 })
}

function build(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return fc.oneof(...options.map((one) => build(one, place)))
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.$ref) return referred(schema.$ref, place)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') return object(schema, place)
  if (type === 'array') return array(schema, place)
  return scalar(type, schema, place)
}

function referred(ref: string, place: Place): fc.Arbitrary<unknown> {
  const target = place.root.$defs?.[ref.replace('#/$defs/', '')]
  return target && place.level < 6 ? build(target, { ...place, level: place.level + 1 }) : fc.constant(null)
}

function object(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  const fields = Object.entries(schema.properties ?? {})
  const required = schema.required ?? []
  const model = Object.fromEntries(
    fields.map(([name, one]) => [name, build(one, { ...place, field: name, level: place.level + 1 })]),
  )
  const known = fc.record(model, { requiredKeys: required.filter((name) => name in model) }) as fc.Arbitrary<object>
  const { additionalProperties: more } = schema
  if (fields.length > 0 || typeof more !== 'object') return known
  const key = place.known(`${place.field}Key`)
  return fc.dictionary(
    key.length > 0 ? fc.constantFrom(...key.map(String)) : fc.string({ minLength: 1, maxLength: 12 }),
    build(more, place),
    { maxKeys: 3 },
  )
}

function array(schema: Schema, place: Place): fc.Arbitrary<unknown> {
  const { minItems = 0, maxItems = 3, items = {} } = schema
  const field = place.field.replace(/ies$/, 'y').replace(/s$/, '')
  return fc.array(build(items, { ...place, field, level: place.level + 1 }), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, 3)),
  })
}

function scalar(type: string | undefined, schema: Schema, place: Place): fc.Arbitrary<unknown> {
  if (type === 'boolean') return fc.boolean()
  if (type === 'null') return fc.constant(null)
  if (type === 'integer' || type === 'number') return number(schema)
  const existing = place.known(place.field)
  const made =
    type === 'string' ? text(schema) : fc.oneof(fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 99 }))
  return existing.length > 0
    ? fc.oneof({ arbitrary: fc.constantFrom(...existing), weight: 5 }, { arbitrary: made, weight: 1 })
    : made
}

function number({ minimum, exclusiveMinimum, maximum = 1_000 }: Schema): fc.Arbitrary<number> {
  const min = Math.ceil(minimum ?? exclusiveMinimum ?? 0)
  const near = { min, max: Math.max(min, Math.min(maximum, min + 50)) }
  return fc.oneof(
    { arbitrary: fc.integer(near), weight: 4 },
    { arbitrary: fc.constantFrom(min, Math.min(maximum, Number.MAX_SAFE_INTEGER)), weight: 1 },
  )
}

const BY_FORMAT: Record<string, fc.Arbitrary<string>> = {
  uuid: fc.uuid({ version: 7 }),
  email: fc.constantFrom('fuzz@example.com', 'nobody@example.com'),
  'date-time': fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  date: fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
}

function text({ format, pattern, minLength = 0, maxLength = 30 }: Schema): fc.Arbitrary<string> {
  const known = format ? BY_FORMAT[format] : undefined
  if (known) return known
  // The generator of texts by pattern knows no looking ahead; the one pattern that does is that of paths.
  if (pattern?.includes('(?!')) return fc.constantFrom('/orders', '/dealer/d1', '/')
  if (pattern) return fc.stringMatching(new RegExp(pattern)).filter((one) => one.length <= 60)
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 30)) })
}
