import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'
import { ForgotBody, requestReset, ResetBody, setByToken, SignInBody } from '@/endpoints/auth'
import { signInWith } from '@/endpoints/sign-in'
import { parseInput } from '@/platform/http/parse-input'
import { expiredCookie, sessionCookie } from '@/platform/http/session-answer'
import { deviceCookie } from '@/platform/sessions/known-device'
import { refreshSession, signOut } from '@/platform/access/sign-in'
import { principalOf } from '@/platform/access/principal'

/**
 * What Payload's own sign-in routes of `users` do here; they are matched before the built-in ones. Signing in goes
 * through our one function (PF7), forgotten passwords through our one-time links (PF5, PF8), and what lets anybody
 * create, unlock or verify accounts does not exist.
 */
export const payloadAuthEndpoints: Endpoint[] = [
  post('/login', async (req) => {
    const { email, password } = await parseInput(SignInBody, await dataOf(req))
    const { token, exp, principal } = await signInWith(req, email, password)
    const user = { id: principal.id, email: principal.email, name: principal.name, collection: 'users' }
    const response = Response.json({ message: 'Authentication passed', exp, token, user })
    response.headers.append('Set-Cookie', sessionCookie(req, token))
    response.headers.append('Set-Cookie', deviceCookie(req.headers, principal.id))
    return response
  }),
  post('/logout', async (req) => {
    const principal = principalOf(req.user)
    if (principal) await signOut(req.payload, principal)
    const response = Response.json({ message: 'You are signed out.' })
    response.headers.append('Set-Cookie', expiredCookie(req))
    return response
  }),
  post('/refresh-token', async (req) => {
    const { token, exp, principal } = await refreshSession(req.payload, principalOf(req.user) ?? refuse('UNAUTHENTICATED', {}))
    const user = { id: principal.id, email: principal.email, name: principal.name, collection: 'users' }
    const response = Response.json({ message: 'The session was extended.', exp, refreshedToken: token, user })
    response.headers.append('Set-Cookie', sessionCookie(req, token))
    return response
  }),
  post('/forgot-password', async (req) => {
    const { email } = await parseInput(ForgotBody, await dataOf(req))
    await requestReset(req, email)
    return Response.json({ message: 'If there is such an account, a mail is on its way.' })
  }),
  post('/reset-password', async (req) => {
    const { token, password } = await parseInput(ResetBody, await dataOf(req))
    await setByToken(req, token, password)
    return Response.json({ message: 'The password was changed; sign in with it.' })
  }),
  ...['/first-register', '/unlock', '/verify/:id'].map((path) => post(path, gone)),
]

function post(path: string, handler: (req: PayloadRequest) => Promise<Response>): Endpoint {
  return { path, method: 'post', handler }
}

// The admin sends forms with further fields (a confirmation, for example); only what is asked for is read.
async function dataOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  await addDataAndFileToRequest(req)
  const { email, password, token } = (req.data ?? {}) as Record<string, unknown>
  return Object.fromEntries(Object.entries({ email, password, token }).filter(([, value]) => value !== undefined))
}

function gone(): Promise<Response> {
  return refuse('NOT_FOUND', { noun: 'This address' })
}
