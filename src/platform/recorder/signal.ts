import type { Principal } from '@/platform/access/principal'
import type { RequestFacts } from '@/platform/http/request-facts'

/** What may be (part of) an attack. The watch counts signals and raises security events (domain/core/security). */
export type SignalKind =
  | 'sign-in'
  | 'sign-in-failed'
  | 'account-locked'
  | 'cross-tenant'
  | 'csp-report'
  | 'signature-failure'
  | 'rate-limit'
  | 'revoked-key'
  | 'export'

/** One signal as it is stored. `account` names who it was when it was no person: a key's prefix, a hashed address. */
export interface Signal {
  kind: SignalKind
  organization: string | null
  tree: string | null
  person: string | null
  account: string | null
  address: string | null
  agent: string | null
  facts: Record<string, unknown>
}

/** What a caller knows; the rest follows from the principal and the request. */
export interface Noticed {
  principal?: Principal | null
  request?: Pick<RequestFacts, 'ip' | 'agent'> | null
  person?: string | null
  organization?: { id: string; tree: string } | null
  account?: string | null
  facts?: Record<string, unknown>
}

/** A signal with everything that is known about it. */
export function signalOf(kind: SignalKind, { principal = null, request = null, ...noticed }: Noticed): Signal {
  return {
    kind,
    ...homeOf(noticed.organization ?? principal?.memberships[0]?.organization),
    ...actorOf(principal, noticed),
    ...originOf(request),
    facts: noticed.facts ?? {},
  }
}

/** Keeps signals, given as a JSON list; operations use it inside their own transaction. */
export const KEEP_SIGNAL = `insert into security_signals (kind, organization_id, tree_id, person_id, account, address, agent, facts)
select kind, organization, tree, person, account, address, agent, facts from jsonb_to_recordset($1::jsonb) as x(kind text, organization uuid, tree uuid,
  person uuid, account text, address text, agent text, facts jsonb)`

function homeOf(organization: Noticed['organization']): Pick<Signal, 'organization' | 'tree'> {
  return { organization: organization?.id ?? null, tree: organization?.tree ?? null }
}

function actorOf(principal: Principal | null, { person, account }: Noticed): Pick<Signal, 'person' | 'account'> {
  return {
    person: person ?? (principal?.kind === 'person' ? principal.id : null),
    account: account ?? (principal?.kind === 'key' ? principal.name : null),
  }
}

function originOf(request: Noticed['request']): Pick<Signal, 'address' | 'agent'> {
  return { address: request?.ip ?? null, agent: request?.agent?.slice(0, 255) ?? null }
}
