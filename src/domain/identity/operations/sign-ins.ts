import { z } from 'zod'
import { issueToken, spendToken } from '@/platform/one-time-token'
import { defineOperation, type Context } from '@/platform/operation'
import { personFacts } from '@/domain/identity/person-facts'
import { signInChallenged, signInFailed, signInLocked } from '@/domain/identity/sign-in-events'
import { keepSignIn, VisitorInput } from '@/domain/identity/sign-in-log'

/** One confirmation in this time is enough; a second mail would only help whoever floods. */
const AGAIN_AFTER_MINUTES = 5

const User = z.uuid().nullable()

/** Keeps a wrong password in the history and says so. Without a user the address has no account; it takes as long. */
export const noteFailure = defineOperation({
  name: 'sign-in.note-failure',
  permission: null,
  scope: 'public',
  summary: 'Keep a sign-in that failed',
  input: z.strictObject({ user: User, isLast: z.boolean(), visitor: VisitorInput }),
  run: async (ctx, { user, isLast, visitor }) => {
    await keepSignIn(ctx, user, isLast ? 'locked' : 'wrong-password', visitor)
    const about = user ? await personFacts(ctx, user) : null
    if (!about) return { kept: true as const }
    ctx.emit(signInFailed, about.subject, { ...about.person, ...visitor })
    if (isLast) ctx.emit(signInLocked, about.subject, { ...about.person, ...visitor })
    return { kept: true as const }
  },
})

/**
 * An account under attack is not locked; an unknown device confirms by mail instead. Only the right password sends one,
 * and nothing that is answered tells whether it was.
 */
export const askConfirmation = defineOperation({
  name: 'sign-in.ask-confirmation',
  permission: null,
  scope: 'public',
  summary: 'Ask the owner of an account under attack to confirm a device',
  input: z.strictObject({ user: User, isOwner: z.boolean(), visitor: VisitorInput }),
  run: async (ctx, { user, isOwner, visitor }) => {
    await keepSignIn(ctx, user, isOwner ? 'confirmation-asked' : 'wrong-password', visitor)
    const about = user ? await personFacts(ctx, user) : null
    if (!about) return { kept: true as const }
    if (!isOwner) ctx.emit(signInFailed, about.subject, { ...about.person, ...visitor })
    else if (!(await askedLately(ctx, about.person.user))) {
      const { sealed, expiresAt } = await issueToken(ctx, 'device', about.person.user)
      ctx.emit(signInChallenged, about.subject, { ...about.person, ...visitor, sealedToken: sealed, expiresAt: expiresAt.toISOString() })
    }
    return { kept: true as const }
  },
})

/** Uses up the link of a confirmation mail; the browser that opened it becomes known for the person. */
export const confirmDevice = defineOperation({
  name: 'sign-in.confirm-device',
  permission: null,
  scope: 'public',
  summary: 'Confirm a device with the link of the mail',
  input: z.strictObject({ token: z.string().min(20).max(200) }),
  run: async (ctx, { token }) => {
    const { user } = await spendToken(ctx, 'device', token)
    return { user }
  },
})

async function askedLately(ctx: Context, user: string): Promise<boolean> {
  const recent = await ctx.rows(
    `select 1 from auth_tokens where user_id = $1::uuid and purpose = 'device' and used_at is null and created_at > now() - make_interval(mins => $2)`,
    [user, AGAIN_AFTER_MINUTES],
  )
  return recent.length > 0
}
