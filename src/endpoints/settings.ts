import { z } from 'zod'
import { resetSetting, settingsOf } from '@/domain/core'
import { core } from '@/domain/registry'
import { refuse } from '@/kernel/errors'
import type { Principal } from '@/platform/access/principal'
import { operationRoute, queryRoute, type Route, type RouteCall } from '@/platform/http/route'

const tag = 'settings'
const Query = z.strictObject({ organization: z.uuid().optional() })

/** Settings of an organization, each with where its value comes from. `/settings` and `/admin/settings` are the same. */
export const settingRoutes: Route[] = ['/settings', '/admin/settings'].flatMap((path) => [
  queryRoute({
    ...{ method: 'GET', path, tag, summary: 'All settings of an organization, with where each value comes from' },
    ...{ permission: 'setting.read', query: Query },
    answer: (call) => settingsOf(call.reader, core.settings, meant(call)),
  }),
  queryRoute({
    ...{
      method: 'GET',
      path: `${path}/:key`,
      tag,
      summary: 'One setting of an organization',
      permission: 'setting.read',
      query: Query,
    },
    answer: async (call) => {
      const key = call.params['key']
      const all = await settingsOf(call.reader, core.settings, meant(call))
      return all.find((one) => one.key === key) ?? refuse('NOT_FOUND', { noun: `The setting ${key}` })
    },
  }),
  operationRoute({ method: 'PATCH', path, tag, operation: core.setSetting }),
  operationRoute({ method: 'PATCH', path: `${path}/:key`, tag, operation: core.setSetting }),
  operationRoute({
    method: 'DELETE',
    path: `${path}/:key`,
    tag,
    operation: resetSetting,
    input: ({ params, query }) => ({ ...query, ...params }),
  }),
])

// The organization of the query, else the chosen one, else the first the person belongs to.
function meant({ query, principal, organization }: RouteCall<z.output<typeof Query>>): string {
  return query.organization ?? chosen(principal, organization) ?? refuse('NOT_FOUND', { noun: 'The organization' })
}

function chosen(principal: Principal, wanted: string | null): string | undefined {
  const all = principal.memberships.map((one) => one.organization)
  if (!wanted) return all[0]?.id
  return all.find((one) => [one.id, one.slug, one.code].includes(wanted))?.id
}
