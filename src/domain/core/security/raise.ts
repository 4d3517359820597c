import { securityAlerted } from '@/domain/core/security/events'
import { isAlarming, SAME_EVENT_SECONDS, type Rule } from '@/domain/core/security/rules'
import type { Context } from '@/platform/operation'
import type { Signal } from '@/platform/recorder/signal'
import { endSessions } from '@/domain/identity'

/** A signal as the watch reads it. */
export interface SeenSignal extends Omit<Signal, 'kind'> {
  kind: string
  at: Date
}

const AGAIN = `update security_events set count = count + $2, last_at = greatest(last_at, $3::timestamptz), updated_at = now(), facts = $4::jsonb
where id = (select id from security_events where kind = $1 and coalesce(person_id::text, account, address, '') = $5 and status <> 'resolved'
  and last_at > $3::timestamptz - make_interval(secs => $6) order by last_at desc limit 1) returning id`

/** Whom a rule counts together: the person, else the account, else the address. */
export function whoOf({ by }: Rule, { person, account, address }: SeenSignal): string {
  const order = { person: [person, account, address], account: [account, person, address], address: [address, person, account] }[by]
  return order.find((one) => one !== null) ?? ''
}

/**
 * Raises an event, or counts up the one of the last hour that nobody has resolved. What is alarming is told to HQ, once
 * per event; where the rule says so the person's sessions end in the same transaction.
 */
export async function raise(ctx: Context, rule: Rule, signal: SeenSignal, times = 1): Promise<string | null> {
  const home = await homeOf(ctx, signal)
  if (!home) return null
  if (rule.endsSessions && signal.person) await endSessions(ctx, signal.person)
  const { at, facts } = signal
  const again = await ctx.rows<{ id: string }>(AGAIN, [rule.event, times, at, JSON.stringify(facts), nearestOf(signal), SAME_EVENT_SECONDS])
  return again[0]?.id ?? insertEvent(ctx, rule, signal, home, times)
}

// Whose event it is, in the order in which AGAIN names the one of a row.
function nearestOf({ person, account, address }: SeenSignal): string {
  return person ?? account ?? address ?? ''
}

async function insertEvent(ctx: Context, rule: Rule, signal: SeenSignal, home: Home, times: number): Promise<string> {
  const { person, account, address, agent, facts, at } = signal
  const id = ctx.insert('security-events', {
    ...{ organization: home.organization, tree: home.tree, status: 'open', kind: rule.event, severity: rule.severity },
    ...{ summary: rule.summary, key: `${rule.event}:${ctx.id()}`, person, account, address, agent, facts, count: times },
    ...{ firstAt: at, lastAt: at, response: rule.endsSessions && person ? 'sessions ended' : null },
  })
  if (isAlarming(rule.severity)) {
    const who = await nameOf(ctx, signal)
    const subject = { type: 'security-events', id, organization: home.tree }
    ctx.emit(securityAlerted, subject, { event: id, kind: rule.event, severity: rule.severity, summary: rule.summary, who, address })
  }
  // The next signal of this run must find it.
  await ctx.flush()
  return id
}

interface Home {
  organization: string
  tree: string
}

const RUNS_IT = `select id as organization, tree_id as tree from organizations where parent_id is null and kind = 'hq' order by created_at, id limit 1`

// What belongs to nobody we know (an unknown address, a browser's report) is the business of who runs the installation.
async function homeOf(ctx: Context, { organization, tree, account }: SeenSignal): Promise<Home | null> {
  if (organization && tree) return { organization, tree }
  const [key] = account ? await ctx.rows<Home>('select organization_id as organization, tree_id as tree from api_keys where prefix = $1', [account]) : []
  if (key) return key
  const [first] = await ctx.rows<Home>(RUNS_IT)
  return first ?? null
}

async function nameOf(ctx: Context, { person, account, address }: SeenSignal): Promise<string> {
  if (!person) return account ?? address ?? 'somebody unknown'
  const [found] = await ctx.rows<{ name: string }>('select name from users where id = $1::uuid', [person])
  return found?.name ?? 'somebody unknown'
}
