import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { sideOf } from '@/platform/access/scope'
import { voidTokens } from '@/platform/one-time-token'
import { defineOperation, type Context } from '@/platform/operation'
import { forgetKey } from '@/platform/privacy/subject-keys'
import { personErased } from '@/domain/identity/events'
import type { InvitationRow, MembershipRow } from '@/domain/identity/rows'

interface UserRow {
  id: string
  email: string
  status: 'invited' | 'active' | 'suspended' | 'deactivated'
}

/** Who it was, and who it is from now on. */
interface Erased {
  id: string
  email: string
  pseudonym: string
  address: string
}

/** What goes with a person: one statement each, `$1` is the person. Documents with a legal duty stay. */
const GONE: Readonly<Record<string, string>> = {
  sessions: 'delete from users_sessions where _parent_id = $1::uuid returning 1',
  signIns: 'delete from sign_ins where user_id = $1::uuid returning 1',
  networks: 'delete from known_networks where user_id = $1::uuid returning 1',
  passwords: 'delete from password_history where user_id = $1::uuid returning 1',
  notifications: 'delete from notifications where user_id = $1::uuid returning 1',
  preferences: 'delete from notification_preferences where user_id = $1::uuid returning 1',
  securityEvents: `update security_events set address = null, agent = null, facts = null where person_id = $1::uuid returning 1`,
  signals: 'delete from security_signals where person_id = $1::uuid returning 1',
  keys: `update api_keys set status = 'revoked', revoked_at = now() where creator_id = $1::uuid and status <> 'revoked' returning 1`,
}

// Also those to the address before there was an account: invitations.
const MAILS = `update notification_deliveries set "to" = $3, subject = 'Erased', message = null,
  state = case when state = 'pending' then 'failed' else state end where person_id = $1::uuid or "to" = $2 returning 1`

// What still waits must stay readable for its jobs: it speaks of the person by the new name.
const ANNOUNCEMENTS = `update outbox_events set data = data || case when data ? 'name' then jsonb_build_object('name', $3::text) else '{}' end
  || case when data ? 'email' then jsonb_build_object('email', $4::text) else '{}' end
where data->>'user' = $1::text or data->>'email' = $2 or subject = $1::text returning 1`

/**
 * Erases the personal data of somebody for good (6.10): the account gets another name and address and nobody signs in
 * with it again, sessions, keys, notifications and histories go, and with the person's key every personal value in the
 * audit log becomes unreadable while its chain stays whole. Documents stay: orders and invoices name organizations.
 * Refused while the person works anywhere: whoever erases first removes the memberships, which keeps its guards.
 */
export const erasePerson = defineOperation({
  name: 'person.erase',
  permission: 'person.erase',
  summary: 'Erase the personal data of a person who left',
  input: z.strictObject({ id: z.uuid(), reason: z.string().trim().min(3).max(400) }),
  run: async (ctx, { id, reason }) => {
    const memberships = await reached(ctx, id)
    const [user] = await ctx.lockMany<UserRow>('users', [id])
    if (!user) return refuse('NOT_FOUND', { noun: 'The person' })
    if (user.status === 'deactivated') refuse('CONFLICT', { reason: 'This person was erased already.' })
    const pseudonym = `Erased person ${id.slice(-6)}`
    const address = `erased-${id}@erased.invalid`
    for (const membership of memberships) {
      await revokeInvitations(ctx, membership)
      ctx.update('memberships', membership.id, { personName: pseudonym, personEmail: address, title: null })
    }
    ctx.update('users', id, { name: pseudonym, email: address, phone: null, status: 'deactivated' })
    await voidTokens(ctx, 'reset', id)
    const counts = await goneWith(ctx, { id, email: user.email, pseudonym, address })
    await ctx.rows('update users set hash = null, salt = null, reset_password_token = null where id = $1::uuid', [id])
    const [home] = memberships
    const act = { operation: 'person.erase', outcome: 'success' as const, subjectType: 'users', subject: id, reason }
    ctx.record({ ...act, organization: home?.organization ?? null })
    if (home) ctx.emit(personErased, { type: 'users', id, organization: home.organization }, { user: id, reason, counts })
    // Written with the key that is deleted next: that the name changed stays on record, what it was does not.
    await ctx.flush()
    await ctx.rows('delete from subject_keys where id = $1::uuid', [id])
    forgetKey(id)
    return { user: id, name: pseudonym, counts }
  },
})

async function reached(ctx: Context, id: string): Promise<MembershipRow[]> {
  if (id === ctx.principal.id) refuse('INPUT_INVALID', { reason: 'Somebody else has to erase you.' })
  const found = await ctx.find<MembershipRow>('memberships', { user: id })
  const scope = ctx.reach('memberships', 'person.erase')
  const isReached = found.some((one) => sideOf(scope, { organization: one.organization, tree: one.tree }) === 'owner')
  if (!isReached) return refuse('NOT_FOUND', { noun: 'The person' })
  // Which organization it is may be nobody's business here; that one is left is all that is said.
  if (found.some((one) => one.status !== 'ended')) refuse('CONFLICT', { reason: 'This person is still a member of an organization; end every membership first.' })
  return ctx.lockMany<MembershipRow>('memberships', found.map((one) => one.id))
}

async function revokeInvitations(ctx: Context, { id }: MembershipRow): Promise<void> {
  const found = await ctx.find<InvitationRow>('invitations', { membership: id })
  for (const one of await ctx.lockMany<InvitationRow & { email: string }>('invitations', found.map((row) => row.id))) {
    ctx.update('invitations', one.id, { email: 'erased' })
    await ctx.rows('delete from subject_keys where id = $1::uuid', [one.id])
    forgetKey(one.id)
  }
}

async function goneWith(ctx: Context, { id, email, pseudonym, address }: Erased): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [what, sql] of Object.entries(GONE)) counts[what] = (await ctx.rows(sql, [id])).length
  counts['mails'] = (await ctx.rows(MAILS, [id, email, address])).length
  counts['announcements'] = (await ctx.rows(ANNOUNCEMENTS, [id, email, pseudonym, address])).length
  return counts
}
