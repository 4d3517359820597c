import { z } from 'zod'
import { changeRole, copyRole, deleteRole, holdersOf, isForKeys, listRoles, rolePage, rolesFor, rolesIn } from '@/domain/identity'
import { permissionKeys, permissions } from '@/domain/permissions'
import { refuse } from '@/kernel/errors'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'

const tag = 'roles'
const Nothing = z.strictObject({})
const Kind = z.enum(['hq', 'dealer', 'supplier', 'partner'])

const HoldersQuery = z.strictObject({
  q: z.string().max(120).optional(),
  organization: z.uuid().optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
})

/** Roles, what permissions mean, and who holds them. */
export const roleRoutes: Route[] = [
  queryRoute({
    method: 'GET',
    path: '/roles',
    tag,
    summary: 'Roles that can be given in an organization, or in organizations of a kind',
    permission: 'role.read',
    query: z.strictObject({ kind: Kind.default('dealer'), organization: z.uuid().optional() }),
    answer: ({ reader, query }) => (query.organization ? rolesIn(reader, query.organization) : rolesFor(reader, query.kind)),
  }),
  queryRoute({
    method: 'GET',
    path: '/admin/roles',
    tag,
    summary: 'All roles one sees',
    permission: 'role.read',
    query: z.strictObject({ audience: Kind.optional(), q: z.string().max(120).optional() }),
    answer: ({ reader, query }) => listRoles(reader, query),
  }),
  queryRoute({ method: 'GET', path: '/admin/permissions', tag, summary: 'Every permission with the sentence that explains it', permission: 'role.read', query: Nothing, answer: () => Promise.resolve(catalogue()) }),
  listRoute({
    method: 'GET',
    path: '/admin/permissions/:key/holders',
    tag,
    summary: 'Who holds a permission, and through which role',
    permission: 'member.read',
    query: HoldersQuery,
    page: ({ reader, params, query }) => holdersOf(reader, known(params['key']), query),
  }),
  ...rolesAt('/roles'),
  ...rolesAt('/admin/roles'),
]

function rolesAt(path: string): Route[] {
  return [
    operationRoute({ method: 'POST', path, tag, status: 201, operation: copyRole }),
    queryRoute({ method: 'GET', path: `${path}/:id`, tag, summary: 'One role with its permissions and what differs from the original', permission: 'role.read', query: Nothing, answer: ({ reader, params }) => rolePage(reader, uuid(params['id'])) }),
    operationRoute({ method: 'PATCH', path: `${path}/:id`, tag, operation: changeRole }),
    operationRoute({ method: 'DELETE', path: `${path}/:id`, tag, operation: deleteRole, input: ({ params }) => params }),
  ]
}

function catalogue() {
  return permissions.flatMap(({ module, keys }) => Object.entries(keys).map(([key, sentence]) => ({ key, module, sentence, forKeys: isForKeys(key) })))
}

function known(key: string | undefined): string {
  return key && permissionKeys.has(key) ? key : refuse('NOT_FOUND', { noun: 'The permission' })
}

function uuid(text: string | undefined): string {
  return z.uuid().safeParse(text).data ?? refuse('NOT_FOUND', { noun: 'The role' })
}
