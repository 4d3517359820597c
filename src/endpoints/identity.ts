import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { changePassword, ownProfile, updateProfile } from '@/domain/identity'
import { apiKeyRoutes } from '@/endpoints/api-keys'
import { authRoutes } from '@/endpoints/auth'
import { memberRoutes } from '@/endpoints/members'
import { newCredentials } from '@/endpoints/new-password'
import { sessionRoutes } from '@/endpoints/sessions'
import { openFor } from '@/endpoints/sign-in'
import { roleRoutes } from '@/endpoints/roles'
import { principalOf } from '@/platform/access/principal'
import { confirmPassword } from '@/platform/access/sign-in'
import { answerSignIn } from '@/platform/http/session-answer'
import { requestFacts } from '@/platform/http/request-facts'
import { operationRoute, queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { perform } from '@/platform/perform'
import { visitorOf } from '@/platform/sessions/visitor'

const PasswordBody = z.strictObject({ currentPassword: z.string().min(1).max(128), password: z.string().min(1).max(128) })

/** People: the own account, and the members of organizations the signed-in person looks after. */
export const identityRoutes: Route[] = [
  ...authRoutes,
  queryRoute({ method: 'GET', path: '/users/me', tag: 'users', summary: 'The own profile', permission: null, query: z.strictObject({}), answer: ({ reader }) => ownProfile(reader) }),
  operationRoute({ method: 'PATCH', path: '/users/me', tag: 'users', operation: updateProfile }),
  rawRoute({
    method: 'POST',
    path: '/users/me/password',
    tag: 'users',
    summary: 'Change the own password: every session ends, and this one goes on with a new token',
    isPublic: false,
    body: PasswordBody,
    respond: async (req, _, body) => {
      const { currentPassword, password } = body as z.output<typeof PasswordBody>
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      if (principal.kind !== 'person') refuse('PERSON_NEEDED', {})
      await confirmPassword(req.payload, principal, currentPassword, visitorOf(req), req.headers)
      const credentials = await newCredentials(req, principal, password)
      await perform(changePassword, { credentials }, { payload: req.payload, principal, facts: requestFacts(req) })
      return answerSignIn(req, await openFor(req, principal.id))
    },
  }),
  ...sessionRoutes,
  ...memberRoutes,
  ...roleRoutes,
  ...apiKeyRoutes,
]
