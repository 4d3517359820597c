import type { Payload } from 'payload'
import { poolOf } from '@/platform/db/pool'

const FRESH_MS = 5_000
const MOST = 2_000
const known = new Map<string, { until: number; organization: Promise<string | null> }>()

const OWNER = `select d.organization_id as organization from organization_domains d join organizations o on o.id = d.organization_id
where d.host = $1 and d.verified_at is not null and o.status = 'active'`

/**
 * The organization whose proven domain a `Host` header names, or null. It decides looks alone: memberships say who may
 * enter. Kept for five seconds, so a removed domain stops to count in every process within that time.
 */
export async function portalHost(payload: Payload, header: string | null): Promise<string | null> {
  const host = hostOf(header)
  if (host === null) return null
  const now = Date.now()
  const kept = known.get(host)
  if (kept && kept.until > now) return kept.organization
  if (known.size >= MOST) known.clear()
  const organization = owner(payload, host)
  known.set(host, { until: now + FRESH_MS, organization })
  // A database that was away for a moment must not be remembered as an unknown host; whoever asked is told.
  organization.catch(() => known.delete(host))
  return organization
}

/**
 * Headers as a page of a proven portal domain sends them to its own host: the origin is the host that was asked, which
 * is no cross-site request. For every other origin the list of `origins.ts` decides.
 */
export async function ownHostHeaders(payload: Payload, headers: Headers): Promise<Headers> {
  const origin = headers.get('origin')
  const host = headers.get('host')
  if (!origin || !host || hostPart(origin) !== host.toLowerCase()) return headers
  if ((await portalHost(payload, host)) === null) return headers
  const same = new Headers(headers)
  same.delete('origin')
  same.set('sec-fetch-site', 'same-origin')
  return same
}

async function owner(payload: Payload, host: string): Promise<string | null> {
  const { rows } = await poolOf(payload).query<{ organization: string }>({ name: 'tf_portal_host', text: OWNER, values: [host] })
  return rows[0]?.organization ?? null
}

function hostOf(header: string | null): string | null {
  const host = header?.toLowerCase().replace(/:\d+$/, '') ?? ''
  return /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host) && !/^[\d.]+$/.test(host) ? host : null
}

function hostPart(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null
}
