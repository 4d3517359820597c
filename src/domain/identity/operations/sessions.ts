import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { bindings, sqlOf } from '@/platform/access/sql'
import { defineOperation, type Context } from '@/platform/operation'
import { personFacts } from '@/domain/identity/person-facts'
import { lockMember, mustHold } from '@/domain/identity/rights'
import type { MembershipRoleRow } from '@/domain/identity/rows'
import { sessionRevoked } from '@/domain/identity/sign-in-events'

const END = `delete from users_sessions where id = $1 and _parent_id = $2::uuid returning id`
const END_ALL = `delete from users_sessions where _parent_id = $1::uuid and id is distinct from $2 returning id`

/** Ends one session: an own one, or one of a person whose membership one looks after. Its token is worth nothing at once. */
export const revokeSession = defineOperation({
  name: 'session.revoke',
  permission: null,
  scope: 'person',
  summary: 'End a session',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const owner = await ownerOf(ctx, id)
    const ended = await ctx.rows(END, [id, owner], 'tf_session_end')
    if (ended.length === 0) refuse('NOT_FOUND', { noun: 'The session' })
    if (owner !== ctx.principal.id || id !== ctx.principal.session) await announce(ctx, owner, 1)
    return { session: id, ended: true as const }
  },
})

/** Ends all own sessions but the one that asks. */
export const revokeOtherSessions = defineOperation({
  name: 'session.revoke-others',
  permission: null,
  scope: 'person',
  summary: 'End all own sessions but this one',
  input: z.strictObject({}),
  run: async (ctx) => {
    const ended = await ctx.rows(END_ALL, [ctx.principal.id, ctx.principal.session], 'tf_sessions_end_all')
    if (ended.length > 0) await announce(ctx, ctx.principal.id, ended.length)
    return { ended: ended.length }
  },
})

/** Signs a member out everywhere. */
export const signOutMember = defineOperation({
  name: 'session.end-all',
  permission: 'session.end',
  summary: 'Sign a member out everywhere',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const member = await lockMember(ctx, id)
    const ended = await ctx.rows(END_ALL, [member.user, null], 'tf_sessions_end_all')
    if (ended.length > 0) await announce(ctx, member.user, ended.length)
    return { member: id, ended: ended.length }
  },
})

// Whose session it is, when it may be ended: one's own, or that of a member who holds no more than oneself. Anybody
// else's is missing.
async function ownerOf(ctx: Context, session: string): Promise<string> {
  const [row] = await ctx.rows<{ user: string }>('select user_id as user from session_facts where session = $1', [session], 'tf_session_owner')
  if (row?.user === ctx.principal.id) return row.user
  const to = bindings([row?.user ?? null])
  const members = await ctx.rows<{ id: string; organization: string }>(
    `select m.id, m.organization_id as organization from memberships m
     where m.user_id = $1::uuid and m.status <> 'ended' and ${sqlOf(ctx.reach('memberships', 'session.end'), 'm', to)}`,
    to.values,
  )
  if (!row || members.length === 0) return refuse('NOT_FOUND', { noun: 'The session' })
  for (const { id, organization } of members) {
    const roles = await ctx.find<MembershipRoleRow>('membership-roles', { membership: id })
    await mustHold(ctx, organization, roles.map(({ role, branch }) => ({ id: role, branch })))
  }
  return row.user
}

async function announce(ctx: Context, user: string, sessions: number): Promise<void> {
  const about = await personFacts(ctx, user)
  if (about) ctx.emit(sessionRevoked, about.subject, { ...about.person, sessions, by: ctx.principal.name })
}
