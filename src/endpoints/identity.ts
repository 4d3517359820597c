import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import {
  assertPassword,
  assignRoles,
  changePassword,
  changeRole,
  copyRole,
  deleteRole,
  inviteMember,
  listMembers,
  memberActions,
  memberPage,
  ownProfile,
  reinstateMember,
  removeMember,
  resendInvitation,
  revokeInvitation,
  rolesFor,
  suspendMember,
  updateProfile,
} from '@/domain/identity'
import { authRoutes } from '@/endpoints/auth'
import { principalOf } from '@/platform/access/principal'
import { confirmPassword } from '@/platform/access/sign-in'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { listRoute, operationRoute, queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { hashPassword } from '@/platform/password'
import { perform } from '@/platform/perform'

const MembersQuery = z.strictObject({
  q: z.string().max(120).optional(),
  status: z.enum(['invited', 'active', 'suspended', 'ended']).optional(),
  organization: z.uuid().optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

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
    summary: 'Change the own password; all other sessions end',
    isPublic: false,
    body: PasswordBody,
    respond: async (req, _, body) => {
      const { currentPassword, password } = body as z.output<typeof PasswordBody>
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      assertPassword(password, principal)
      await confirmPassword(req.payload, principal, currentPassword)
      const caller = { payload: req.payload, principal, facts: requestFacts(req) }
      await perform(changePassword, { credentials: await hashPassword(password) }, caller)
      return succeeded({ changed: true }, requestFacts(req).requestId)
    },
  }),
  listRoute({
    method: 'GET',
    path: '/users',
    tag: 'users',
    summary: 'Members of the organizations one looks after',
    permission: 'member.read',
    query: MembersQuery,
    page: async ({ reader, query }) => {
      const rows = await listMembers(reader, { ...query, limit: query.limit + 1 })
      const page = rows.slice(0, query.limit)
      return { rows: page, limit: query.limit, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
    },
  }),
  operationRoute({ method: 'POST', path: '/users', tag: 'users', status: 201, operation: inviteMember }),
  queryRoute({ method: 'GET', path: '/users/:id', tag: 'users', summary: 'One member', permission: 'member.read', query: z.strictObject({}), answer: ({ reader, params }) => memberPage(reader, uuid(params['id'])) }),
  queryRoute({ method: 'GET', path: '/users/:id/actions', tag: 'users', summary: 'What may be done with a member now', permission: 'member.read', query: z.strictObject({}), answer: ({ reader, params }) => memberActions(reader, uuid(params['id'])) }),
  operationRoute({ method: 'PATCH', path: '/users/:id', tag: 'users', operation: assignRoles }),
  operationRoute({ method: 'DELETE', path: '/users/:id', tag: 'users', operation: removeMember, input: ({ params }) => params }),
  operationRoute({ method: 'POST', path: '/users/:id/assign-role', tag: 'users', operation: assignRoles }),
  operationRoute({ method: 'POST', path: '/users/:id/suspend', tag: 'users', operation: suspendMember }),
  operationRoute({ method: 'POST', path: '/users/:id/reinstate', tag: 'users', operation: reinstateMember }),
  operationRoute({ method: 'POST', path: '/invitations/:id/resend', tag: 'users', operation: resendInvitation }),
  operationRoute({ method: 'POST', path: '/invitations/:id/revoke', tag: 'users', operation: revokeInvitation }),
  queryRoute({
    method: 'GET',
    path: '/roles',
    tag: 'users',
    summary: 'Roles that can be given in an organization of a kind',
    permission: 'role.read',
    query: z.strictObject({ kind: z.enum(['hq', 'dealer', 'supplier', 'partner']).default('dealer') }),
    answer: ({ reader, query }) => rolesFor(reader, query.kind),
  }),
  operationRoute({ method: 'POST', path: '/roles', tag: 'users', status: 201, operation: copyRole }),
  operationRoute({ method: 'PATCH', path: '/roles/:id', tag: 'users', operation: changeRole }),
  operationRoute({ method: 'DELETE', path: '/roles/:id', tag: 'users', operation: deleteRole, input: ({ params }) => params }),
]

/** A path parameter that must be an id; anything else is answered like a row that does not exist. */
function uuid(text: string | undefined): string {
  return z.uuid().safeParse(text).data ?? refuse('NOT_FOUND', { noun: 'The member' })
}
