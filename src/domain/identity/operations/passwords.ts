import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { issueToken, spendToken, voidTokens } from '@/platform/one-time-token'
import { defineOperation, type Context } from '@/platform/operation'
import { passwordChanged, passwordResetRequested } from '@/domain/identity/events'
import { personFacts } from '@/domain/identity/person-facts'
import { passwordOrdered } from '@/domain/identity/sign-in-events'
import { CredentialsInput, EmailInput } from '@/domain/identity/inputs'
import { keepPassword } from '@/domain/identity/password-history'
import { endSessions, lockMember } from '@/domain/identity/rights'
import type { UserRow } from '@/domain/identity/rows'

/** Two links a minute are enough for anybody; more are answered the same and not sent. */
const AGAIN_AFTER_SECONDS = 60

const KNOWN = `select u.id, u.name, u.email, m.organization_id as organization,
  exists (select 1 from auth_tokens t where t.user_id = u.id and t.purpose = 'reset' and t.created_at > now() - make_interval(secs => $2)) as "isRecent"
from users u join memberships m on m.user_id = u.id and m.status = 'active'
where u.email = $1 and u.status = 'active' order by m.id limit 1`

interface Known extends Pick<UserRow, 'id' | 'name' | 'email'> {
  organization: string
  isRecent: boolean
}

/**
 * Asks for a link to set a new password. The answer never tells whether there is such an account; the mail is written
 * by a job (PF5, PF8).
 */
export const forgotPassword = defineOperation({
  name: 'password.forgot',
  permission: null,
  scope: 'public',
  summary: 'Ask for a link to set a new password',
  input: z.strictObject({ email: EmailInput }),
  run: async (ctx, { email }) => {
    const [known] = await ctx.rows<Known>(KNOWN, [email, AGAIN_AFTER_SECONDS], 'tf_forgot')
    if (known && !known.isRecent) await announce(ctx, known)
    return { sent: true as const }
  },
})

/** Sets a new password with a one-time link: the link works once, and every session of the person ends (PF8). */
export const resetPassword = defineOperation({
  name: 'password.reset',
  permission: null,
  scope: 'public',
  summary: 'Set a new password with a link',
  input: z.strictObject({ token: z.string().min(20).max(200), credentials: CredentialsInput }),
  run: async (ctx, { token, credentials }) => {
    const owner = await spendToken(ctx, 'reset', token)
    const user = await lockUser(ctx, owner.user)
    await voidTokens(ctx, 'reset', user.id)
    await setPassword(ctx, user, credentials)
    return { user: user.id, email: user.email }
  },
})

/** Sets the signed-in person's own password and ends every session, this one too: a new one follows. The old one was checked before. */
export const changePassword = defineOperation({
  name: 'password.change',
  permission: null,
  scope: 'person',
  summary: 'Change the own password',
  input: z.strictObject({ credentials: CredentialsInput }),
  run: async (ctx, { credentials }) => {
    const user = await lockUser(ctx, ctx.principal.id)
    await voidTokens(ctx, 'reset', user.id)
    await setPassword(ctx, user, credentials)
    return { user: user.id }
  },
})

/**
 * Asks a member for a new password: the present one stops working, sessions end, and a link goes out by mail. An
 * administrator never learns or sets anybody's password.
 */
export const orderPassword = defineOperation({
  name: 'password.order',
  permission: 'session.end',
  summary: 'Ask a member to set a new password',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const member = await lockMember(ctx, id)
    const about = await personFacts(ctx, member.user)
    const [user] = await ctx.lockMany<UserRow>('users', [member.user])
    if (!about || !user?.hash) return refuse('CONFLICT', { reason: 'This person has no password yet; send the invitation again.' })
    await ctx.rows('insert into password_orders (user_id) values ($1::uuid) on conflict (user_id) do update set ordered_at = now()', [user.id])
    await endSessions(ctx, user.id)
    await announce(ctx, { ...user, organization: about.subject.organization })
    ctx.emit(passwordOrdered, about.subject, { ...about.person, by: ctx.principal.name })
    return { member: id, ordered: true as const }
  },
})

async function setPassword(ctx: Context, user: UserRow, credentials: z.output<typeof CredentialsInput>): Promise<void> {
  await keepPassword(ctx, user.id, credentials)
  ctx.update('users', user.id, { ...credentials, loginAttempts: 0, lockUntil: null })
  await endSessions(ctx, user.id)
  await announceChange(ctx, user)
}

async function announce(ctx: Context, { id, name, email, organization }: Omit<Known, 'isRecent'>): Promise<void> {
  const { sealed, expiresAt } = await issueToken(ctx, 'reset', id)
  const data = { user: id, name, email, sealedToken: sealed, expiresAt: expiresAt.toISOString() }
  ctx.emit(passwordResetRequested, { type: 'users', id, organization }, data)
}

async function announceChange(ctx: Context, { id, name, email }: UserRow): Promise<void> {
  const [row] = await ctx.rows<{ organization: string }>(
    `select organization_id as organization from memberships where user_id = $1::uuid and status <> 'ended' order by id limit 1`,
    [id],
  )
  if (row) ctx.emit(passwordChanged, { type: 'users', id, organization: row.organization }, { user: id, name, email })
}

async function lockUser(ctx: Context, id: string): Promise<UserRow> {
  const [user] = await ctx.lockMany<UserRow>('users', [id])
  return user?.status === 'active' ? user : refuse('TOKEN_INVALID', {})
}
