import { z } from 'zod'
import { actionSources } from '@/domain/actions'
import { inspected, placeOf } from '@/domain/identity'
import { permissionKeys } from '@/domain/permissions'
import { core } from '@/domain/registry'
import { refuse } from '@/kernel/errors'
import { sideOf } from '@/platform/access/scope'
import { poolOf } from '@/platform/db/pool'
import { explainAction, explainPermission, whoCan, type Ground } from '@/platform/explain/explain'
import { queryRoute, type Route, type RouteCall } from '@/platform/http/route'

const tag = 'access'
const Collection = z.string().regex(/^[a-z-]{2,40}$/, 'Name a collection.')
const Verb = z.string().regex(/^[a-z-]{2,40}$/, 'Name what is to be done.')

const ActionQuery = z.strictObject({ collection: Collection, id: z.uuid(), verb: Verb, person: z.uuid().optional() })
const PermissionQuery = z.strictObject({ permission: z.string().max(60), organization: z.uuid().optional(), person: z.uuid().optional() })
const PeopleQuery = z.strictObject({ collection: Collection, id: z.uuid(), verb: Verb.default('see') })

/** Why somebody can or cannot do something, and who could: of oneself for everybody, of others for those who look after them. */
export const explainRoutes: Route[] = [
  queryRoute({
    method: 'GET',
    path: '/explain',
    tag,
    summary: 'Why a person can or cannot do something with a record',
    permission: null,
    query: ActionQuery,
    answer: async (call) => explainAction(ground(call), call.principal, await inspected(call.reader, call.query.person), call.query),
  }),
  queryRoute({
    method: 'GET',
    path: '/explain/permission',
    tag,
    summary: 'Why a person has or lacks a permission in an organization',
    permission: null,
    query: PermissionQuery,
    answer: async (call) => {
      const { permission, organization, person } = call.query
      if (!permissionKeys.has(permission)) refuse('INPUT_INVALID', { reason: `There is no permission ${permission}.` })
      const place = await placeOf(call.reader, organization ?? ownOrganization(call))
      return explainPermission(ground(call), call.principal, await inspected(call.reader, person), permission, place)
    },
  }),
  queryRoute({
    method: 'GET',
    path: '/explain/people',
    tag,
    summary: 'Who can see a record, or do something with it, and by which role',
    permission: 'access.inspect',
    query: PeopleQuery,
    answer: async (call) => {
      const scope = call.reader.reach('memberships', 'access.inspect')
      const holders = await whoCan(ground(call), call.principal, call.query)
      // Of organizations one does not look after one learns that they can, not who they are.
      const mine = (one: { organization: { id: string; tree: string } }) => sideOf(scope, { organization: one.organization.id, tree: one.organization.tree }) === 'owner'
      const others = new Map(holders.filter((one) => !mine(one)).map(({ organization }) => [organization.id, organization.name]))
      return { people: holders.filter(mine), organizations: [...others].map(([id, name]) => ({ id, name })) }
    },
  }),
]

function ground({ req }: RouteCall): Ground {
  return { payload: req.payload, db: poolOf(req.payload), sources: actionSources, settings: core.settings }
}

function ownOrganization({ principal, organization }: RouteCall): string {
  const chosen = principal.memberships.find((one) => one.organization.id === organization || one.organization.slug === organization)
  return (chosen ?? principal.memberships[0])?.organization.id ?? refuse('NO_ORGANIZATION', {})
}
