import type { PayloadRequest } from 'payload'
import { askConfirmation, noteFailure, openSessionOperation, type Opening } from '@/domain/identity'
import { DomainError, refuse } from '@/kernel/errors'
import { mustBeListed } from '@/platform/access/admin-networks'
import { loadPrincipal } from '@/platform/access/load-principal'
import { installationPrincipal } from '@/platform/access/principal'
import { provePassword, signedFor, type Proof, type SignedIn } from '@/platform/access/sign-in'
import { poolOf } from '@/platform/db/pool'
import { env } from '@/platform/env'
import { requestFacts } from '@/platform/http/request-facts'
import { openToken } from '@/platform/one-time-token'
import { perform, type Caller } from '@/platform/perform'
import { knownDevice } from '@/platform/sessions/known-device'
import { visitorOf } from '@/platform/sessions/visitor'

/**
 * Signs a person in with address and password; every door comes here. SIGN_IN_REFUSED says the same for unknown
 * addresses and wrong passwords, ACCOUNT_LOCKED that this network has no try left, SIGN_IN_CHALLENGED that an account
 * under attack confirms by mail, PASSWORD_EXPIRED carries a one-time token in `details` to set a new one with.
 */
export async function signInWith(req: PayloadRequest, email: string, password: string): Promise<SignedIn> {
  const visitor = visitorOf(req)
  const proof = await provePassword(req.payload, email, password, visitor, req.headers)
  if (proof.outcome === 'right' && proof.user) return openFor(req, proof.user, proof.hash)
  if (proof.outcome === 'confirm') {
    await perform(askConfirmation, { user: proof.user, isOwner: proof.isOwner, visitor }, publicCaller(req))
    return refuse('SIGN_IN_CHALLENGED', {})
  }
  return refuseFailure(req, proof)
}

/** Opens a session for somebody who just proved to be the person: by password, or by the link of an invitation. */
export async function openFor(req: PayloadRequest, user: string, hash: string | null = null): Promise<SignedIn> {
  const principal = await loadPrincipal(poolOf(req.payload), user, null)
  if (!principal) return refuse('SIGN_IN_REFUSED', {})
  await mustBeListed(poolOf(req.payload), principal, requestFacts(req).ip)
  const input = { visitor: visitorOf(req), device: knownDevice(req.headers, user), hash, tokenSeconds: env.SESSION_SECONDS }
  const opening = await perform(openSessionOperation, input, { payload: req.payload, principal, facts: requestFacts(req) })
  return opening.outcome === 'opened' ? signedFor(req.payload, user, opening.session) : refuseOpening(opening)
}

/** Nobody, as operations of scope `public` are performed. */
export function publicCaller(req: PayloadRequest): Caller {
  return { payload: req.payload, principal: installationPrincipal('public'), facts: requestFacts(req) }
}

async function refuseFailure(req: PayloadRequest, { user, outcome }: Proof): Promise<never> {
  await perform(noteFailure, { user, isLast: outcome === 'locked-now', visitor: visitorOf(req) }, publicCaller(req))
  return refuse('SIGN_IN_REFUSED', {})
}

function refuseOpening(opening: Exclude<Opening, { outcome: 'opened' }>): never {
  if (opening.outcome === 'no-organization') return refuse('NO_ORGANIZATION', {})
  if (opening.outcome === 'ordered') return refuse('PASSWORD_ORDERED', {})
  if (opening.outcome === 'refused') return refuse('SIGN_IN_REFUSED', {})
  throw new DomainError('PASSWORD_EXPIRED', { days: opening.days }, [{ path: 'token', message: openToken('reset', opening.sealed) }])
}
