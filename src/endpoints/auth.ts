import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { isDomainError, refuse } from '@/kernel/errors'
import { acceptInvitation, assertPassword, confirmDevice, CredentialsInput, EmailInput, forgotPassword, invitationOf, NameInput, ownProfile, resetPassword, securityPolicyOf } from '@/domain/identity'
import { newCredentials } from '@/endpoints/new-password'
import { openFor, publicCaller, signInWith } from '@/endpoints/sign-in'
import { installationPrincipal, principalOf, type Principal } from '@/platform/access/principal'
import { forgiveAttempts, refreshSession, signOut } from '@/platform/access/sign-in'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { rawRoute, type Route } from '@/platform/http/route'
import { answerSession, answerSignIn, expiredCookie, whoIs } from '@/platform/http/session-answer'
import { countAccount } from '@/platform/limits/count'
import { peekToken } from '@/platform/one-time-token'
import { hashPassword } from '@/platform/password'
import { perform } from '@/platform/perform'
import { readerFor } from '@/platform/reader'
import { noteDone } from '@/platform/recorder/attempts'
import { deviceCookie } from '@/platform/sessions/known-device'
import { visitorOf } from '@/platform/sessions/visitor'

const Token = z.string().min(20).max(200)
const Password = z.string().min(1).max(128)
export const SignInBody = z.strictObject({ email: z.string().min(1).max(254), password: Password })
export const ForgotBody = z.strictObject({ email: EmailInput })
export const ResetBody = z.strictObject({ token: Token, password: Password })
const AcceptBody = z.strictObject({ token: Token, name: NameInput.optional(), password: Password.optional() })
const TokenBody = z.strictObject({ token: Token })

/** Signing in and out, forgotten passwords and invitations; nobody needs to be signed in for most of them. */
export const authRoutes: Route[] = [
  ...mobileRoutes(),
  publicPost('/auth/login', 'Sign in; sets the session cookie and answers a token for Bearer', SignInBody, async (req, { email, password }) =>
    answerSignIn(req, await signInWith(req, email, password)),
  ),
  publicPost('/auth/logout', 'Sign out', z.strictObject({}), async (req) => {
    const principal = principalOf(req.user)
    if (principal) await signedOut(req, principal)
    return withCookie(succeeded({ signedOut: true }, requestFacts(req).requestId), expiredCookie(req))
  }),
  publicPost('/auth/forgot-password', 'Ask for a link to set a new password', ForgotBody, async (req, { email }) =>
    succeeded(await requestReset(req, email), requestFacts(req).requestId, 202),
  ),
  publicPost('/auth/reset-password', 'Set a new password with the link of the mail', ResetBody, async (req, { token, password }) =>
    resetDone(req, await setByToken(req, token, password)),
  ),
  publicPost('/auth/confirm-device', 'Confirm a device with the link of the mail that a sign-in asked for', TokenBody, async (req, { token }) => {
    const { user } = await perform(confirmDevice, { token }, publicCaller(req))
    return withCookie(succeeded({ confirmed: true }, requestFacts(req).requestId), deviceCookie(req.headers, user))
  }),
  publicPost('/auth/invitation', 'What an invitation is about, before it is accepted', TokenBody, async (req, { token }) =>
    succeeded(await invitationOf(readerFor(req.payload, installationPrincipal('public')), token), requestFacts(req).requestId),
  ),
  publicPost('/auth/accept-invitation', 'Accept an invitation', AcceptBody, accept),
  rawRoute({
    method: 'POST',
    path: '/auth/refresh',
    tag: 'auth',
    summary: 'Extend the session',
    isPublic: false,
    respond: async (req) => answerSession(req, await refreshSession(req.payload, signedIn(req))),
  }),
  rawRoute({
    method: 'GET',
    path: '/auth/me',
    tag: 'auth',
    summary: 'Who is signed in, and for which organizations',
    isPublic: false,
    respond: (req) => Promise.resolve(succeeded(whoIs(signedIn(req)), requestFacts(req).requestId)),
  }),
]

// A program on a phone keeps the token itself: no cookies.
function mobileRoutes(): Route[] {
  return [
    publicPost('/mobile/auth/login', 'Sign in from a mobile program; answers a token for Bearer and sets no cookie', SignInBody, async (req, { email, password }) => {
      const { token, exp, principal } = await signInWith(req, email, password)
      return succeeded({ token, exp, ...whoIs(principal) }, requestFacts(req).requestId)
    }),
    rawRoute({
      ...{ method: 'POST', path: '/mobile/auth/logout', tag: 'auth', summary: 'Sign a mobile program out', isPublic: false },
      respond: async (req) => {
        await signOut(req.payload, signedIn(req))
        return succeeded({ signedOut: true }, requestFacts(req).requestId)
      },
    }),
    rawRoute({
      ...{ method: 'GET', path: '/mobile/auth/profile', tag: 'auth', summary: 'The own profile and organizations', isPublic: false },
      respond: async (req) => {
        const principal = signedIn(req)
        const { organizations, home } = whoIs(principal)
        return succeeded({ profile: await ownProfile(readerFor(req.payload, principal)), organizations, home }, requestFacts(req).requestId)
      },
    }),
  ]
}

async function signedOut(req: PayloadRequest, principal: Principal): Promise<void> {
  await signOut(req.payload, principal)
  noteDone(req.payload, { operation: 'session.close', principal, facts: requestFacts(req), subjectType: 'users', subject: principal.id })
}

/** Asks for a reset link; the same answer for known and unknown addresses. */
export async function requestReset(req: PayloadRequest, email: string): Promise<{ sent: true }> {
  await countAccount(email)
  return perform(forgotPassword, { email }, publicCaller(req))
}

/** Sets a password with a one-time link: the link and the password are looked at before anything is hashed. */
export async function setByToken(req: PayloadRequest, token: string, password: string): Promise<{ user: string; email: string }> {
  const reader = readerFor(req.payload, installationPrincipal('public'))
  const owner = await peekToken(reader, 'reset', token)
  const [person] = await reader.rows<{ id: string; email: string; name: string }>('select id, email, name from users where id = $1::uuid', [owner.user])
  const credentials = await newCredentials(req, person ?? refuse('TOKEN_INVALID', {}), password)
  const done = await perform(resetPassword, { token, credentials }, publicCaller(req))
  await forgiveAttempts(req.payload, done.email, visitorOf(req), req.headers)
  return done
}

// Whoever opened the mail is the owner of the account: this browser is known from now on.
function resetDone(req: PayloadRequest, done: { user: string; email: string }): Response {
  return withCookie(succeeded(done, requestFacts(req).requestId), deviceCookie(req.headers, done.user))
}

async function accept(req: PayloadRequest, { token, name, password }: z.output<typeof AcceptBody>): Promise<Response> {
  const invitation = await invitationOf(readerFor(req.payload, installationPrincipal('public')), token)
  const accepted = () => succeeded({ accepted: true, signedIn: false, email: invitation.email }, requestFacts(req).requestId)
  if (!invitation.needsPassword) {
    await perform(acceptInvitation, { token }, publicCaller(req))
    return accepted()
  }
  if (!password) return refuse('INPUT_INVALID', { reason: 'Choose a password to finish.' }, [{ path: 'password', message: 'is needed' }])
  await mustBeGood(req, token, { email: invitation.email, name: name ?? invitation.name }, password)
  const { user } = await perform(acceptInvitation, { token, ...(name ? { name } : {}), credentials: await hashed(password) }, publicCaller(req))
  try {
    return answerSignIn(req, await openFor(req, user))
  } catch (error) {
    // The organization is not active yet: the person has joined and signs in once it is.
    if (isDomainError(error) && error.code === 'NO_ORGANIZATION') return accepted()
    throw error
  }
}

// A new person's first password: the policy of the organizations it is invited to.
async function mustBeGood(req: PayloadRequest, token: string, person: { email: string; name: string }, password: string): Promise<void> {
  const reader = readerFor(req.payload, installationPrincipal('public'))
  const { user } = await peekToken(reader, 'invite', token)
  const { password: rules, organizations } = await securityPolicyOf(reader, user)
  assertPassword(password, { ...person, organizations }, rules)
}

async function hashed(password: string) {
  return CredentialsInput.parse(await hashPassword(password))
}

function publicPost<S extends z.ZodType>(
  path: string,
  summary: string,
  body: S,
  respond: (req: PayloadRequest, body: z.output<S>) => Promise<Response>,
): Route {
  const answer = (req: PayloadRequest, _: unknown, parsed: unknown) => respond(req, parsed as z.output<S>)
  return rawRoute({ method: 'POST', path, tag: 'auth', summary, isPublic: true, body, respond: answer })
}

function signedIn(req: PayloadRequest) {
  return principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append('Set-Cookie', cookie)
  return response
}
