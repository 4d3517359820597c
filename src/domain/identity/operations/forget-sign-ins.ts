import { z } from 'zod'
import { defineOperation } from '@/platform/operation'

/** A year of history is enough to understand what happened; counters and tokens are worthless once they are over. */
const KEPT_DAYS = 365

const OLD = [
  `delete from sign_ins where id in (select id from sign_ins where at < now() - make_interval(days => ${KEPT_DAYS}) order by at limit 5000) returning 1`,
  `delete from sign_in_counters where bucket in (select bucket from sign_in_counters where until < now() limit 5000) returning 1`,
  `delete from users_sessions where id in (select s.id from users_sessions s left join session_facts f on f.session = s.id where s.expires_at < now()
    or f.absolute_at < now() or f.last_seen_at < now() - make_interval(secs => f.idle_seconds) limit 5000) returning 1`,
]

/** Removes sessions that are over, counters that count nothing any more, and sign-ins older than a year. */
export const forgetOldSignIns = defineOperation({
  name: 'session.forget',
  permission: null,
  scope: 'public',
  summary: 'Forget sessions and sign-ins that are over',
  input: z.strictObject({}),
  run: async (ctx) => {
    let forgotten = 0
    for (const statement of OLD) forgotten += (await ctx.rows(statement)).length
    return { forgotten }
  },
})
