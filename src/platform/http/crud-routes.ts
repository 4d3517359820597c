import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { pageOf, readCursor } from '@/platform/cursor'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { listRoute, rawRoute, type Route } from '@/platform/http/route'
import { principalOf } from '@/platform/access/principal'
import { crudCreate, crudDelete, crudGet, crudList, crudUpdate, type CrudTarget, type Doc } from '@/platform/payload/crud'

export type CrudVerb = 'list' | 'get' | 'create' | 'update' | 'delete'

export interface CrudSpec extends CrudTarget {
  path: string
  tag: string
  /** Permission without which the list is refused; rows follow the collection's access. */
  read: string
  /** Fields of a new row. Strict: unknown fields are refused. */
  create: z.ZodObject
  /** Fields that may change; default: those of `create`, all optional. */
  update?: z.ZodObject
  /** Fields a list may be narrowed by with `?field=value`. */
  filters?: readonly string[]
  /** Default: all five. */
  verbs?: readonly CrudVerb[]
}

/**
 * Routes over a collection that Payload writes: list, get, create, update, delete through its Local API with the
 * person's rights and all its hooks. PATCH takes the revision as If-Match or `revision`; an old one is STALE_REVISION.
 */
export function crudRoutes(spec: CrudSpec): Route[] {
  const { verbs = ['list', 'get', 'create', 'update', 'delete'] } = spec
  const make = { list: listOf, get: getOf, create: createOf, update: updateOf, delete: deleteOf }
  return verbs.map((verb) => make[verb](spec))
}

/** The answer of one row: its revision stands in ETag, for If-Match. */
export function answerRow(req: PayloadRequest, doc: Doc, status = 200): Response {
  const response = succeeded(doc, requestFacts(req).requestId, status)
  if (doc.revision !== undefined) response.headers.set('ETag', `"${doc.revision}"`)
  return response
}

function listOf({ path, tag, noun, read, filters = [], ...target }: CrudSpec): Route {
  const narrow = Object.fromEntries(filters.map((field) => [field, z.string().max(200).optional()]))
  const query = z.strictObject({ ...narrow, cursor: z.string().max(400).optional(), limit: z.coerce.number().int().min(1).max(100).default(25) })
  return listRoute({
    method: 'GET',
    path,
    tag,
    summary: `${words(noun)}: the list`,
    permission: read,
    query,
    page: async ({ req, query: { cursor, limit, ...fields } }) => {
      const given = Object.entries(fields as Record<string, string | undefined>).filter(([, value]) => value !== undefined)
      const where = given.length > 0 ? { and: given.map(([field, value]) => ({ [field]: { equals: value } })) } : undefined
      const after = cursor === undefined ? undefined : readCursor(cursor)[1]
      const rows = await crudList(req, { slug: target.slug, noun }, { where, after, limit: limit + 1 })
      return pageOf(rows, limit, (row) => [row.id, row.id])
    },
  })
}

function getOf(spec: CrudSpec): Route {
  return rawRoute({
    ...{ method: 'GET', path: `${spec.path}/:id`, tag: spec.tag, isPublic: false, summary: `${words(spec.noun)}: one` },
    respond: async (req, params) => answerRow(signedIn(req), await crudGet(req, spec, params['id'] ?? '')),
  })
}

function createOf(spec: CrudSpec): Route {
  return rawRoute({
    ...{ method: 'POST', path: spec.path, tag: spec.tag, isPublic: false, summary: `${words(spec.noun)}: create`, status: 201 },
    body: spec.create,
    respond: async (req, _params, body) => answerRow(signedIn(req), await crudCreate(req, spec, body as object), 201),
  })
}

function updateOf(spec: CrudSpec): Route {
  const body = (spec.update ?? spec.create.partial()).extend({ revision: z.number().int().min(1).optional() }).strict()
  return rawRoute({
    ...{ method: 'PATCH', path: `${spec.path}/:id`, tag: spec.tag, isPublic: false, summary: `${words(spec.noun)}: change` },
    body,
    respond: async (req, params, data) => {
      const given = sentFields(data as object)
      if (Object.keys(given).length === 0) refuse('INPUT_INVALID', { reason: 'Name at least one field to change.' })
      return answerRow(signedIn(req), await crudUpdate(req, spec, params['id'] ?? '', given))
    },
  })
}

function deleteOf(spec: CrudSpec): Route {
  return rawRoute({
    ...{ method: 'DELETE', path: `${spec.path}/:id`, tag: spec.tag, isPublic: false, summary: `${words(spec.noun)}: delete`, status: 204 },
    respond: async (req, params) => {
      await crudDelete(signedIn(req), spec, params['id'] ?? '')
      return succeeded(null, requestFacts(req).requestId, 204)
    },
  })
}

/** The fields that were sent; a default of the schema is no wish to change something. */
function sentFields(data: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
}

function signedIn(req: PayloadRequest): PayloadRequest {
  return principalOf(req.user) ? req : refuse('UNAUTHENTICATED', {})
}

function words(noun: string): string {
  const plain = noun.replace(/^The /, '')
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}
