import { z } from 'zod'
import {
  allSessions,
  memberSessions,
  memberSignIns,
  mustBeSelf,
  orderPassword,
  ownProfile,
  ownSessions,
  ownSignIns,
  revokeOtherSessions,
  revokeSession,
  setPreferences,
  signOutMember,
  type Profile,
} from '@/domain/identity'
import { refuse } from '@/kernel/errors'
import { listRoute, operationRoute, queryRoute, type Route } from '@/platform/http/route'

const tag = 'sessions'
const None = z.strictObject({})
const Page = z.strictObject({ cursor: z.string().max(300).optional(), limit: z.coerce.number().int().min(1).max(100).default(25) })
const SignIns = Page.extend({ cursor: z.string().regex(/^\d{1,18}$/, { error: 'is not one of ours; start without it' }).optional() })

/** Where people are signed in, who tried to, and how they want to read. */
export const sessionRoutes: Route[] = [
  queryRoute({ ...{ method: 'GET', path: '/sessions', tag, summary: 'The own sessions' }, permission: null, query: None, answer: ({ reader }) => ownSessions(reader) }),
  listRoute({
    ...{ method: 'GET', path: '/sessions/all', tag, summary: 'Sessions of the people one looks after' },
    ...{ permission: 'session.read', query: Page },
    page: ({ reader, query }) => allSessions(reader, query),
  }),
  operationRoute({ method: 'DELETE', path: '/sessions/all', tag, operation: revokeOtherSessions }),
  operationRoute({ method: 'DELETE', path: '/sessions/:id', tag, operation: revokeSession }),
  listRoute({
    ...{ method: 'GET', path: '/sign-ins', tag, summary: 'The own sign-ins, those that failed too' },
    ...{ permission: null, query: SignIns },
    page: ({ reader, query }) => ownSignIns(reader, query),
  }),
  queryRoute({
    ...{ method: 'GET', path: '/users/:id/sessions', tag, summary: 'Sessions of a member' },
    ...{ permission: 'session.read', query: None },
    answer: ({ reader, params }) => memberSessions(reader, memberId(params['id'])),
  }),
  operationRoute({ method: 'DELETE', path: '/users/:id/sessions', tag, operation: signOutMember }),
  listRoute({
    ...{ method: 'GET', path: '/users/:id/sign-ins', tag, summary: 'Sign-ins of a member, those that failed too' },
    ...{ permission: 'session.read', query: SignIns },
    page: ({ reader, query, params }) => memberSignIns(reader, memberId(params['id']), query),
  }),
  operationRoute({ method: 'POST', path: '/users/:id/order-password', tag, operation: orderPassword }),
  queryRoute({
    ...{ method: 'GET', path: '/users/:id/preferences', tag, summary: 'How a person reads: language, time zone, dates, currency' },
    ...{ permission: null, query: None },
    answer: async ({ reader, principal, params }) => {
      mustBeSelf(principal, params['id'])
      return preferencesOf(await ownProfile(reader))
    },
  }),
  operationRoute({ method: 'PATCH', path: '/users/:id/preferences', tag, operation: setPreferences }),
]

/** What `preferences` means among the facts of a person. */
function preferencesOf({ locale, zone, dateFormat, currency }: Profile) {
  return { locale, zone, dateFormat, currency }
}

/** A path parameter that must be an id; anything else is answered like a row that does not exist. */
function memberId(text: string | undefined): string {
  return z.uuid().safeParse(text).data ?? refuse('NOT_FOUND', { noun: 'The member' })
}
