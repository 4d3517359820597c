import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import {
  addRole,
  assignRoles,
  inviteMember,
  listMembers,
  memberAccess,
  memberActions,
  memberPage,
  reinstateMember,
  removeMember,
  resendInvitation,
  revokeInvitation,
  sendReset,
  suspendMember,
  takeRole,
} from '@/domain/identity'
import { principalOf } from '@/platform/access/principal'
import { succeeded } from '@/platform/http/envelope'
import { requestFacts } from '@/platform/http/request-facts'
import { listRoute, operationRoute, queryRoute, rawRoute, type Route } from '@/platform/http/route'
import { perform } from '@/platform/perform'

const Nothing = z.strictObject({})
const tag = 'users'

const MembersQuery = z.strictObject({
  q: z.string().max(120).optional(),
  status: z.enum(['invited', 'active', 'suspended', 'ended']).optional(),
  role: z.string().max(60).optional(),
  organization: z.uuid().optional(),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

const StatusBody = z.strictObject({ status: z.enum(['active', 'suspended']) })

/** The members of organizations one looks after. `/admin/users` is another name of `/users`. */
export const memberRoutes: Route[] = [
  ...membersAt('/users'),
  ...membersAt('/admin/users'),
  verb('assign-role', assignRoles),
  verb('suspend', suspendMember),
  verb('reinstate', reinstateMember),
  verb('send-reset', sendReset),
  operationRoute({ method: 'POST', path: '/invitations/:id/resend', tag, operation: resendInvitation }),
  operationRoute({ method: 'POST', path: '/invitations/:id/revoke', tag, operation: revokeInvitation }),
]

function membersAt(path: string): Route[] {
  return [
    listRoute({
      method: 'GET',
      path,
      tag,
      summary: 'Members of the organizations one looks after',
      permission: 'member.read',
      query: MembersQuery,
      page: async ({ reader, query }) => {
        const rows = await listMembers(reader, { ...query, limit: query.limit + 1 })
        const page = rows.slice(0, query.limit)
        return { rows: page, limit: query.limit, nextCursor: rows.length > query.limit ? (page.at(-1)?.id ?? null) : null }
      },
    }),
    operationRoute({ method: 'POST', path, tag, status: 201, operation: inviteMember }),
    queryRoute({ method: 'GET', path: `${path}/:id`, tag, summary: 'One member', permission: 'member.read', query: Nothing, answer: ({ reader, params }) => memberPage(reader, uuid(params['id'])) }),
    queryRoute({ method: 'GET', path: `${path}/:id/actions`, tag, summary: 'What may be done with a member now', permission: 'member.read', query: Nothing, answer: ({ reader, params }) => memberActions(reader, uuid(params['id'])) }),
    queryRoute({ method: 'GET', path: `${path}/:id/permissions`, tag, summary: 'What a member may do, and through which role', permission: 'member.read', query: Nothing, answer: ({ reader, params }) => memberAccess(reader, uuid(params['id'])) }),
    operationRoute({ method: 'PATCH', path: `${path}/:id`, tag, operation: assignRoles }),
    operationRoute({ method: 'DELETE', path: `${path}/:id`, tag, operation: removeMember, input: ({ params }) => params }),
    operationRoute({ method: 'POST', path: `${path}/:id/roles`, tag, status: 201, operation: addRole }),
    operationRoute({ method: 'DELETE', path: `${path}/:id/roles/:roleId`, tag, operation: takeRole, input: ({ params }) => ({ id: params['id'], role: params['roleId'] }) }),
    statusRoute(`${path}/:id/status`),
    operationRoute({ method: 'PATCH', path: `${path}/:id/password`, tag, operation: sendReset }),
  ]
}

function statusRoute(path: string): Route {
  return rawRoute({
    method: 'PATCH',
    path,
    tag,
    summary: 'Suspend a member or let it work again',
    isPublic: false,
    body: StatusBody,
    respond: async (req, params, body) => {
      const { status } = body as z.output<typeof StatusBody>
      const principal = principalOf(req.user) ?? refuse('UNAUTHENTICATED', {})
      const caller = { payload: req.payload, principal, facts: requestFacts(req) }
      const input = { id: uuid(params['id']) }
      const done = status === 'suspended' ? await perform(suspendMember, input, caller) : await perform(reinstateMember, input, caller)
      return succeeded(done, caller.facts.requestId)
    },
  })
}

function verb(name: string, operation: unknown): Route {
  return operationRoute({ method: 'POST', path: `/users/:id/${name}`, tag, operation })
}

/** A path parameter that must be an id; anything else is answered like a row that does not exist. */
function uuid(text: string | undefined): string {
  return z.uuid().safeParse(text).data ?? refuse('NOT_FOUND', { noun: 'The member' })
}
