import { z } from 'zod'
import { mustBeSystem } from '@/domain/core/system-only'
import { defineOperation } from '@/platform/operation'

const Where = { ip: z.string().nullable(), agent: z.string().nullable(), network: z.string() }
const Place = z.strictObject({ organization: z.uuid(), user: z.uuid(), ...Where })

const SIGNAL = `insert into security_signals (kind, organization_id, tree_id, person_id, address, agent, facts)
select $1, o.id, o.tree_id, $2::uuid, $3, $4, $5::jsonb from organizations o where o.id = $6::uuid`

const KNOWN = `with known as (select count(*)::int as n, count(*) filter (where network = $2)::int as same from known_networks where user_id = $1::uuid),
  kept as (insert into known_networks (user_id, network) values ($1::uuid, $2) on conflict (user_id, network) do update set last_at = now())
select n, same from known`

/** Keeps a sign-in in the audit log, and looks whether the person ever came from this network. */
export const noticeSignIn = defineOperation({
  name: 'security.notice-sign-in',
  permission: null,
  summary: 'Keep a sign-in and look where it came from',
  input: Place,
  run: async (ctx, { organization, user, ip, agent, network }) => {
    mustBeSystem(ctx)
    ctx.record({ operation: 'session.open', outcome: 'success', actor: user, organization, subjectType: 'users', subject: user, ip, agent })
    const [known] = await ctx.rows<{ n: number; same: number }>(KNOWN, [user, network])
    const isNew = known !== undefined && known.n > 0 && known.same === 0
    if (isNew) await ctx.rows(SIGNAL, ['new-network', user, ip, agent, JSON.stringify({ network }), organization])
    return { isNew }
  },
})

/** So many failures of an account are kept one by one in each hour; beyond, each time their number has doubled. */
const ONE_BY_ONE = 10

// Sign-ins and events carry the same time, events to the millisecond.
const NTH = `select count(*)::int as nth from sign_ins where user_id = $1::uuid and outcome in ('wrong-password', 'locked')
and at >= date_trunc('hour', $2::timestamptz) and at < $2::timestamptz + interval '1 millisecond'`

/**
 * Keeps a sign-in that failed in the audit log, and how often it happened in the hour: whoever tries passwords by the
 * thousand makes a handful of entries. Every single one is in the history of sign-ins.
 */
export const noticeFailedSignIn = defineOperation({
  name: 'security.notice-failed-sign-in',
  permission: null,
  summary: 'Keep a failed sign-in',
  input: Place.extend({ at: z.date() }),
  run: async (ctx, { organization, user, ip, agent, at }) => {
    mustBeSystem(ctx)
    const [found] = await ctx.rows<{ nth: number }>(NTH, [user, at], 'tf_nth_failure')
    const nth = found?.nth ?? 1
    if (!isKept(nth)) return { kept: false as const }
    const reason = nth > ONE_BY_ONE ? `The password was wrong, ${nth} times in this hour.` : 'The password was wrong.'
    ctx.record({ operation: 'session.open', outcome: 'failure', reason, actor: user, organization, subjectType: 'users', subject: user, ip, agent })
    return { kept: true as const }
  },
})

/** The first ten, then the 20th, 40th, 80th … */
function isKept(nth: number): boolean {
  return nth <= ONE_BY_ONE || Number.isInteger(Math.log2(nth / ONE_BY_ONE))
}

/** Tells the watch that a network or device may not sign in for a while. */
export const noticeLock = defineOperation({
  name: 'security.notice-lock',
  permission: null,
  summary: 'Tell the watch of a locked account',
  input: Place,
  run: async (ctx, { organization, user, ip, agent, network }) => {
    mustBeSystem(ctx)
    await ctx.rows(SIGNAL, ['account-locked', user, ip, agent, JSON.stringify({ network }), organization])
    return { kept: true as const }
  },
})

/** Keeps in the audit log what a person did with the own account, where no row of a collection tells it. */
export const noticeAct = defineOperation({
  name: 'security.notice-act',
  permission: null,
  summary: 'Keep what somebody did with an account',
  input: z.strictObject({ organization: z.uuid(), user: z.uuid(), actor: z.uuid(), operation: z.string().max(80), outcome: z.enum(['success', 'pending']) }),
  run: async (ctx, { organization, user, actor, operation, outcome }) => {
    mustBeSystem(ctx)
    ctx.record({ operation, outcome, actor, organization, subjectType: 'users', subject: user })
    return Promise.resolve({ kept: true as const })
  },
})
