import { z } from 'zod'
import { settingsOf } from '@/domain/core'
import { companyOf, setCompany } from '@/domain/network'
import { core } from '@/domain/registry'
import { refuse } from '@/kernel/errors'
import type { Principal } from '@/platform/access/principal'
import { operationRoute, queryRoute, type Route, type RouteCall } from '@/platform/http/route'

const tag = 'settings'
const Query = z.strictObject({ organization: z.uuid().optional(), branch: z.uuid().optional() })

/** Settings of an organization, each with where its value comes from. `/settings` and `/admin/settings` are the same. */
export const settingRoutes: Route[] = [
  queryRoute({
    ...{ method: 'GET', path: '/settings/company', tag, summary: 'Name, address, hours and policies of an organization' },
    ...{ permission: 'setting.read', query: Query },
    answer: (call) => companyOf(call.reader, meant(call)),
  }),
  operationRoute({ method: 'PATCH', path: '/settings/company', tag, operation: setCompany }),
  ...['/settings', '/admin/settings'].flatMap((path) => [
    queryRoute({
      ...{ method: 'GET', path, tag, summary: 'All settings of an organization or branch, with where each value comes from' },
      ...{ permission: 'setting.read', query: Query },
      answer: (call) => settingsOf(call.reader, core.settings, placeOf(call)),
    }),
    queryRoute({
      ...{ method: 'GET', path: `${path}/:key`, tag, summary: 'One setting of an organization or branch' },
      ...{ permission: 'setting.read', query: Query },
      answer: async (call) => {
        const key = call.params['key']
        const all = await settingsOf(call.reader, core.settings, placeOf(call))
        return all.find((one) => one.key === key) ?? refuse('NOT_FOUND', { noun: `The setting ${key}` })
      },
    }),
    operationRoute({ method: 'PATCH', path, tag, operation: core.setSetting }),
    operationRoute({ method: 'PATCH', path: `${path}/:key`, tag, operation: core.setSetting }),
    operationRoute({
      ...{ method: 'DELETE', path: `${path}/:key`, tag, operation: core.resetSetting },
      input: ({ params, query: { revision, ...query } }) => ({ ...query, ...params, ...(revision === undefined ? {} : { revision: Number(revision) }) }),
    }),
  ]),
]

type Call = RouteCall<z.output<typeof Query>>

function placeOf(call: Call): { organization: string; branch: string | undefined } {
  return { organization: meant(call), branch: call.query.branch }
}

// The organization of the query, else the chosen one, else the first the person belongs to.
function meant({ query, principal, organization }: Call): string {
  return query.organization ?? chosen(principal, organization) ?? refuse('NOT_FOUND', { noun: 'The organization' })
}

function chosen(principal: Principal, wanted: string | null): string | undefined {
  const all = principal.memberships.map((one) => one.organization)
  if (!wanted) return all[0]?.id
  return all.find((one) => [one.id, one.slug, one.code].includes(wanted))?.id
}
