import type { PayloadRequest } from 'payload'
import { env } from '@/platform/env'
import { requestFacts } from '@/platform/http/request-facts'
import { readAgent, type AgentFacts } from '@/platform/sessions/agent'
import { networkOf } from '@/platform/sessions/network'

/** Where somebody comes from, as sessions and the sign-in history keep it. */
export interface Visitor extends AgentFacts {
  ip: string | null
  network: string
  agent: string | null
  /** The country, where the own proxy says it. */
  place: string | null
}

/** The visitor behind a request. */
export function visitorOf(req: Pick<PayloadRequest, 'headers'>): Visitor {
  const { ip, agent } = requestFacts(req)
  return { ip, agent, network: networkOf(ip), ...readAgent(agent), place: placeOf(req.headers) }
}

/** A visitor nobody knows anything of: jobs, tests, the bench. */
export const NOBODY_KNOWN: Visitor = { ...readAgent(null), ip: null, agent: null, network: networkOf(null), place: null }

function placeOf(headers: Headers): string | null {
  const code = env.PLACE_HEADER ? (headers.get(env.PLACE_HEADER) ?? '') : ''
  if (!/^[A-Z]{2}$/.test(code) || code === 'XX') return null
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) ?? null
}
