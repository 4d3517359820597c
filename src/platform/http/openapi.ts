import { z } from 'zod'
import { ERRORS } from '@/kernel/errors'
import type { Route } from '@/platform/http/route'

type Json = Record<string, unknown>

const ERROR_STATUSES = [400, 401, 403, 404, 409, 422, 429]

/** The description of every route in OpenAPI 3.1, made from the schemas the routes themselves are checked by. */
export function openApiDocument(routes: readonly Route[], serverUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Thoroughfare',
      version: '1',
      description: 'Everything people do in the product, for programs. PUT means the same as PATCH.',
    },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ bearer: [] }, { cookie: [] }],
    tags: [...new Set(routes.map((route) => route.tag))].sort().map((name) => ({ name })),
    paths,
    components: { securitySchemes: SECURITY, schemas: SCHEMAS, responses: RESPONSES, parameters: PARAMETERS },
  }
}

const SECURITY = {
  bearer: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description: 'The token that POST /auth/login answers.',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'tf-token',
    description: 'The session of the portal and the administration.',
  },
}

const Detail = z.object({ path: z.string().optional(), message: z.string() })

const SCHEMAS = {
  Success: { type: 'object', required: ['success', 'data'], properties: { success: { const: true }, data: {} } },
  List: {
    type: 'object',
    required: ['success', 'data', 'meta'],
    properties: {
      success: { const: true },
      data: { type: 'array', items: {} },
      meta: { $ref: '#/components/schemas/Meta' },
    },
  },
  Meta: {
    type: 'object',
    required: ['limit', 'hasMore', 'nextCursor'],
    properties: {
      ...{ limit: { type: 'integer' }, hasMore: { type: 'boolean' }, nextCursor: { type: ['string', 'null'] } },
      ...{
        total: { type: 'integer' },
        totalPages: { type: 'integer' },
        totalCapped: { type: 'boolean' },
        page: { type: 'integer' },
      },
    },
  },
  Failure: {
    type: 'object',
    required: ['success', 'error', 'timestamp', 'requestId'],
    properties: {
      success: { const: false },
      error: {
        type: 'object',
        required: ['code', 'message', 'details'],
        properties: {
          code: { type: 'string', enum: [...Object.keys(ERRORS), 'SERVER_FAULT'] },
          message: { type: 'string' },
          details: { type: 'array', items: schemaOf(Detail) },
        },
      },
      timestamp: { type: 'string', format: 'date-time' },
      requestId: { type: 'string' },
    },
  },
}

const RESPONSES = Object.fromEntries(
  ERROR_STATUSES.map((status) => [
    `Error${status}`,
    {
      description: codesOf(status),
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Failure' } } },
    },
  ]),
)

const PARAMETERS = {
  Organization: {
    name: 'X-Organization',
    in: 'header',
    schema: { type: 'string' },
    description: 'Id, slug or code of the organization one acts for; needed by people of several.',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', pattern: '^[\\w.:-]{1,120}$' },
    description: 'The same key and body answer the same; another body is refused.',
  },
}

function operationOf(route: Route): Json {
  const body = bodyOf(route)
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replace(/[/:-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    tags: [route.tag],
    summary: route.summary,
    ...(isPublic(route) ? { security: [] } : {}),
    ...needs(route),
    parameters: [...pathParameters(route.path), ...queryParameters(route), ...headers(route)],
    ...(body ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    responses: {
      [route.status ?? 200]: answerOf(route),
      ...Object.fromEntries(
        ERROR_STATUSES.map((status) => [status, { $ref: `#/components/responses/Error${status}` }]),
      ),
    },
  }
}

function needs(route: Route): Json {
  const permission =
    route.kind === 'operation' ? route.operation.permission : route.kind === 'raw' ? null : route.permission
  return permission ? { description: `Needs the permission \`${permission}\`.`, 'x-permission': permission } : {}
}

function isPublic(route: Route): boolean {
  return route.kind === 'raw' && route.isPublic
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
}

function queryParameters(route: Route): Json[] {
  const query = queryOf(route)
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }))
}

function queryOf(route: Route): z.ZodType | undefined {
  if (route.kind === 'raw') return route.describes?.query
  return route.kind === 'operation' ? undefined : route.query
}

function headers(route: Route): Json[] {
  const organization = { $ref: '#/components/parameters/Organization' }
  if (isPublic(route)) return []
  const own = route.kind === 'raw' ? route.describes?.headers : undefined
  if (own) return Object.entries(own).map(([name, description]) => ({ name, in: 'header', schema: { type: 'string' }, description }))
  return route.kind === 'operation'
    ? [organization, { $ref: '#/components/parameters/IdempotencyKey' }]
    : [organization]
}

// What a path already says is left out of the body.
function bodyOf(route: Route): Json | null {
  if (route.method === 'GET' || route.method === 'DELETE') return null
  const schema = route.kind === 'operation' ? route.operation.input : route.kind === 'raw' ? route.body : undefined
  if (!schema) return null
  const json = schemaOf(schema) as { properties?: Record<string, unknown>; required?: string[] }
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
  if (!json.properties) return json
  const properties = Object.fromEntries(Object.entries(json.properties).filter(([name]) => !inPath.includes(name)))
  return { ...json, properties, required: (json.required ?? []).filter((name) => !inPath.includes(name)) }
}

function answerOf(route: Route): Json {
  if (route.status === 204) return { description: 'Done.' }
  if (route.kind === 'raw') return { description: route.summary, ...contentOf(route.describes?.answers) }
  const schema = { $ref: `#/components/schemas/${route.kind === 'list' ? 'List' : 'Success'}` }
  return { description: route.summary, content: { 'application/json': { schema } } }
}

function contentOf(type: string | undefined): Json {
  return type ? { content: { [type]: { schema: { type: 'string' } } } } : {}
}

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json
  return json
}

function codesOf(status: number): string {
  const codes = Object.entries(ERRORS).filter(([, error]) => error.status === status)
  return codes.map(([code, { sentence }]) => `\`${code}\`: ${sentence}`).join('\n\n') || 'Refused.'
}
