import { z } from 'zod'
import { raise, whoOf, type SeenSignal } from '@/domain/core/security/raise'
import { SERIES, SIGNAL_RULES, type Rule } from '@/domain/core/security/rules'
import { mustBeSystem } from '@/domain/core/system-only'
import { defineOperation, type Context } from '@/platform/operation'

const TAKE = `update security_signals s set handled_at = clock_timestamp() from (select id from security_signals where handled_at is null
  order by id limit 2000 for update skip locked) x where s.id = x.id
returning s.id::float8 as id, s.kind, s.organization_id as organization, s.tree_id as tree, s.person_id as person, s.account, s.address, s.agent, s.facts, s.at`

/**
 * Looks at the signals that came since the last time and raises events (6.11). It runs every few seconds and one at a
 * time; a signal is looked at once.
 */
export const watchSignals = defineOperation({
  name: 'security.watch',
  permission: null,
  scope: 'public',
  summary: 'Look for attacks',
  input: z.strictObject({}),
  run: async (ctx) => {
    mustBeSystem(ctx)
    await ctx.rows('select pg_advisory_xact_lock(7261002)')
    const taken = await ctx.rows<SeenSignal & { id: number }>(TAKE)
    const signals = taken.sort((a, b) => a.id - b.id)
    const series = await signInSeries(ctx)
    const raised = new Set<string>()
    for (const [rule, group] of groupsOf([...signals, ...series])) {
      const id = await consider(ctx, rule, group)
      if (id) raised.add(id)
    }
    return { signals: signals.length, events: raised.size }
  },
})

const FORGET_DAYS = 7

/** Forgets signals after a week; what mattered in them is an event. */
export const forgetSignals = defineOperation({
  name: 'security.forget-signals',
  permission: null,
  scope: 'public',
  summary: 'Forget old signals',
  input: z.strictObject({}),
  run: async (ctx) => {
    mustBeSystem(ctx)
    const gone = await ctx.rows(
      `delete from security_signals where id in (select id from security_signals where at < now() - make_interval(days => $1) limit 10000) returning 1`,
      [FORGET_DAYS],
    )
    return { forgotten: gone.length }
  },
})

async function consider(ctx: Context, rule: Rule, group: readonly SeenSignal[]): Promise<string | null> {
  const last = group.at(-1)
  if (!last) return null
  if (rule.over && !(await isOver(ctx, rule, last))) return null
  return raise(ctx, rule, last, group.length)
}

const COUNTED = `select coalesce(sum(case when $4::boolean then coalesce((facts->>'rows')::numeric, 0) else 1 end), 0)::float8 as n from security_signals
where kind = $1 and coalesce(person_id::text, account, address, '') = $2 and at > $3::timestamptz`

async function isOver(ctx: Context, rule: Rule, last: SeenSignal): Promise<boolean> {
  const { count = 0, seconds = 0, of } = rule.over ?? {}
  const who = last.person ?? last.account ?? last.address ?? ''
  const since = new Date(new Date(last.at).getTime() - seconds * 1000)
  const [counted] = await ctx.rows<{ n: number }>(COUNTED, [last.kind, who, since, of === 'rows'])
  return (counted?.n ?? 0) > count
}

function groupsOf(signals: readonly SeenSignal[]): [Rule, SeenSignal[]][] {
  const groups = new Map<string, [Rule, SeenSignal[]]>()
  for (const signal of signals) {
    for (const rule of SIGNAL_RULES[signal.kind] ?? []) {
      const key = `${rule.event} ${whoOf(rule, signal)}`
      const group = groups.get(key) ?? [rule, []]
      group[1].push(signal)
      groups.set(key, group)
    }
  }
  return [...groups.values()]
}

// The history of sign-ins counts itself; addresses without an account are in it too. A series is raised once and then
// counted up while it lasts.
const SERIES_SQL = `with wrong as (select s.user_id, s.network, s.ip, s.agent, s.at from sign_ins s
    where s.outcome in ('wrong-password', 'locked', 'confirmation-asked') and s.at > now() - make_interval(secs => $1)),
  series as (
    select 'sign-in-series' as kind, user_id as person, max(ip) as address, max(agent) as agent, count(*)::float8 as n, date_trunc('milliseconds', max(at)) as at, 1 as accounts
      from wrong where user_id is not null group by user_id having count(*) >= $2
    union all
    select 'sign-in-stuffing', null, network, max(agent), count(*), date_trunc('milliseconds', max(at)), count(distinct user_id) from wrong group by network
      having count(*) >= $3 and count(distinct coalesce(user_id::text, 'unknown')) > 1)
select x.kind, x.person, x.address, x.agent, x.at, jsonb_build_object('attempts', x.n, 'accounts', x.accounts) as facts, null as account,
  o.id as organization, o.tree_id as tree
from series x left join lateral (select m.organization_id from memberships m where m.user_id = x.person and m.status <> 'ended' order by m.created_at limit 1) m on true
  left join organizations o on o.id = m.organization_id
where not exists (select 1 from security_events e where e.kind = x.kind and e.last_at >= x.at
  and coalesce(e.person_id::text, e.address) = coalesce(x.person::text, x.address))`

async function signInSeries(ctx: Context): Promise<SeenSignal[]> {
  return ctx.rows<SeenSignal>(SERIES_SQL, [SERIES.seconds, SERIES.account, SERIES.network])
}
