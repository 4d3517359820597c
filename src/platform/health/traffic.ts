import { AsyncLocalStorage } from 'node:async_hooks'
import { perProcess } from '@/platform/per-process'

const KEPT = 256
// Somebody who asks for made-up addresses must not fill the memory.
const MOST_ROUTES = 600

interface Seen {
  count: number
  seconds: number
  faults: number
  /** The durations of the latest requests in seconds, a ring. */
  recent: number[]
}

/** What one route of this process has had to do; `p95` of its latest 256 requests, in seconds. */
export interface RouteTraffic {
  route: string
  count: number
  seconds: number
  faults: number
  p95: number
}

const state = perProcess('traffic', () => ({
  routes: new Map<string, Seen>(),
  current: new AsyncLocalStorage<{ route: string }>(),
}))

/** Times one request under the name of its route; an answer of 500 and above, and a throw, count as faults. */
export async function observed(route: string, work: () => Promise<Response>): Promise<Response> {
  const startedAt = performance.now()
  const one = { route }
  let status = 500
  try {
    const response = await state.current.run(one, work)
    status = response.status
    return response
  } finally {
    note(one.route, (performance.now() - startedAt) / 1_000, status >= 500)
  }
}

/** Names the route of the request under way more exactly, once it is known: with its parameters, never their values. */
export function nameRoute(route: string): void {
  const one = state.current.getStore()
  if (one) one.route = route
}

/** Every route that was asked since this process began, the busiest first. */
export function trafficByRoute(): RouteTraffic[] {
  return [...state.routes]
    .map(([route, { count, seconds, faults, recent }]) => ({
      route,
      count,
      seconds,
      faults,
      p95: percentile(recent, 0.95),
    }))
    .sort((a, b) => b.count - a.count)
}

function note(asked: string, seconds: number, isFault: boolean): void {
  const route = state.routes.has(asked) || state.routes.size < MOST_ROUTES ? asked : 'other'
  const seen = state.routes.get(route) ?? { count: 0, seconds: 0, faults: 0, recent: [] }
  seen.recent[seen.count % KEPT] = seconds
  seen.count += 1
  seen.seconds += seconds
  if (isFault) seen.faults += 1
  state.routes.set(route, seen)
}

/** The smallest value that at least the given part of all values does not exceed; 0 without any. */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
}
