import type { PayloadRequest } from 'payload'
import type { z } from 'zod'
import type { Principal } from '@/platform/access/principal'
import type { Operation } from '@/platform/operation'
import type { Page } from '@/platform/page'
import type { Reader } from '@/platform/reader'

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export type { Page }

/** What a query route is given. */
export interface RouteCall<Q = unknown> {
  reader: Reader
  principal: Principal
  params: Readonly<Record<string, string>>
  query: Q
  organization: string | null
  req: PayloadRequest
}

interface Common {
  method: Method
  /** Below `/api/v1`, with `:name` parameters: `/orders/:id`. Static paths win over parameters. */
  path: string
  summary: string
  tag: string
  /** The status of success; 200 when left out. */
  status?: number
}

/** A route over a query. */
export interface QueryRoute<Q extends z.ZodType = z.ZodType> extends Common {
  kind: 'query'
  query: Q
  /** Permission without which the whole route is refused with 403; the query's own scope decides about rows. */
  permission: string | null
  answer: (call: RouteCall<z.output<Q>>) => Promise<unknown>
}

/** A list route: answers `data` rows and `meta` with cursor and, when asked, an exact or capped total. */
export interface ListRoute<Q extends z.ZodType = z.ZodType> extends Common {
  kind: 'list'
  query: Q
  permission: string | null
  page: (call: RouteCall<z.output<Q>>) => Promise<Page<unknown>>
}

/** A route over an operation. `input` builds its input from path, query and body; default: body merged with params. */
export interface OperationRoute extends Common {
  kind: 'operation'
  operation: Operation
  input?: (parts: { params: Readonly<Record<string, string>>; body: Record<string, unknown>; query: Record<string, string> }) => unknown
}

/** A route that answers a Response of its own (files, streams, sign-in). */
export interface RawRoute extends Common {
  kind: 'raw'
  /** True: nobody needs to be signed in. */
  isPublic: boolean
  body?: z.ZodType
  /** For the description alone: what the query string and the headers may hold, and what kind of content is answered. */
  describes?: { query?: z.ZodType; headers?: Readonly<Record<string, string>>; answers?: string }
  respond: (req: PayloadRequest, params: Readonly<Record<string, string>>, body: unknown) => Promise<Response>
}

export type Route = QueryRoute | ListRoute | OperationRoute | RawRoute

/** Declares a route over a query with its query string's schema inferred. */
export function queryRoute<Q extends z.ZodType>(route: Omit<QueryRoute<Q>, 'kind'>): Route {
  return { kind: 'query', ...route } as Route
}

/** Declares a list. */
export function listRoute<Q extends z.ZodType>(route: Omit<ListRoute<Q>, 'kind'>): Route {
  return { kind: 'list', ...route } as Route
}

/** Declares a route over an operation. */
export function operationRoute(route: Omit<OperationRoute, 'kind' | 'summary' | 'operation'> & { operation: unknown; summary?: string }): Route {
  const operation = route.operation as Operation
  return { kind: 'operation', ...route, operation, summary: route.summary ?? operation.summary }
}

/** Declares a route that answers by itself. */
export function rawRoute(route: Omit<RawRoute, 'kind'>): Route {
  return { kind: 'raw', ...route }
}
