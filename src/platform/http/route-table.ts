import { DomainError, refuse } from '@/kernel/errors'
import type { Method, Route } from '@/platform/http/route'

interface Entry {
  segments: readonly string[]
  route: Route
}

/** Routes by method, static paths before parameters. */
export interface RouteTable {
  routes: readonly Route[]
  byMethod: ReadonlyMap<Method, readonly Entry[]>
}

/** Builds the table; throws when two routes have the same method and path. */
export function routeTable(routes: readonly Route[]): RouteTable {
  const byMethod = new Map<Method, Entry[]>()
  const seen = new Set<string>()
  for (const route of routes) {
    const key = `${route.method} ${route.path.replace(/:\w+/g, ':')}`
    if (seen.has(key)) throw new Error(`Two routes answer ${key}.`)
    seen.add(key)
    byMethod.set(route.method, [...(byMethod.get(route.method) ?? []), { segments: segmentsOf(route.path), route }])
  }
  for (const entries of byMethod.values()) entries.sort((one, other) => parameters(one) - parameters(other))
  return { routes, byMethod }
}

/** The route of a path with its parameters. NOT_FOUND, or METHOD_NOT_ALLOWED naming the methods that exist. */
export function matchRoute(table: RouteTable, method: Method, path: string): { route: Route; params: Record<string, string> } {
  const segments = segmentsOf(path)
  for (const entry of table.byMethod.get(method) ?? []) {
    const params = match(entry.segments, segments)
    if (params) return { route: entry.route, params }
  }
  const allowed = [...table.byMethod].filter(([, entries]) => entries.some((entry) => match(entry.segments, segments))).map(([one]) => one)
  if (allowed.length === 0) return refuse('NOT_FOUND', { noun: `The address /api/v1${path}` })
  throw new DomainError('METHOD_NOT_ALLOWED', { method, allowed: allowed.join(' or ') }, allowed.map((one) => ({ path: 'Allow', message: one })))
}

function match(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null
  const params: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    if (part.startsWith(':')) params[part.slice(1)] = segment
    else if (part !== segment) return null
  }
  return params
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

function parameters(entry: Entry): number {
  return entry.segments.filter((segment) => segment.startsWith(':')).length
}
