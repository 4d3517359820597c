import { z } from 'zod'
import { issueToken } from '@/platform/one-time-token'
import { defineOperation, type Context } from '@/platform/operation'
import { writeSession } from '@/platform/sessions/write-session'
import { passwordAge } from '@/domain/identity/password-history'
import { personFacts } from '@/domain/identity/person-facts'
import { daysLeft } from '@/domain/identity/password-rules'
import { securityPolicyOf, type SecurityPolicy } from '@/domain/identity/security-policy'
import { sessionOpened, signInNewDevice } from '@/domain/identity/sign-in-events'
import { isSurprising, keepSignIn, VisitorInput } from '@/domain/identity/sign-in-log'

const Input = z.strictObject({
  visitor: VisitorInput,
  /** the id of a browser that is known for the person */
  device: z.string().max(60).nullable(),
  /** the password that was proven: it must still be the stored one */
  hash: z.string().max(120).nullable(),
  tokenSeconds: z.int().min(1),
})

/** What became of it; only `opened` has a session. Nothing is thrown, so that the history keeps every outcome. */
export type Opening =
  | { outcome: 'opened'; session: string; isKnownBrowser: boolean }
  | { outcome: 'no-organization' }
  | { outcome: 'ordered' }
  | { outcome: 'refused' }
  /** `sealed`: a one-time link to set a new password, for whoever just proved the old one */
  | { outcome: 'expired'; days: number; sealed: string }

/**
 * Opens a session of a person who just proved to be one, with an id nobody has seen before. The policy of its
 * organizations says how long it lives and how many there are: one more ends the oldest.
 */
export const openSessionOperation = defineOperation({
  name: 'session.open',
  permission: null,
  scope: 'person',
  summary: 'Sign in',
  input: Input,
  run: async (ctx, input): Promise<Opening> => {
    const user = ctx.principal.id
    const policy = await securityPolicyOf(ctx, user)
    const obstacle = await obstacleFor(ctx, policy)
    if (obstacle) {
      await keepSignIn(ctx, user, obstacle.outcome === 'no-organization' ? 'no-organization' : 'password-expired', input.visitor)
      return obstacle
    }
    return open(ctx, input, policy)
  },
})

async function obstacleFor(ctx: Context, policy: SecurityPolicy): Promise<Exclude<Opening, { outcome: 'opened' }> | null> {
  const user = ctx.principal.id
  if (ctx.principal.memberships.length === 0) return { outcome: 'no-organization' }
  const { changedAt, isOrdered } = await passwordAge(ctx, user)
  if (isOrdered) return { outcome: 'ordered' }
  const left = daysLeft(changedAt, ctx.now, policy.password)
  if (left === null || left > 0) return null
  const { sealed } = await issueToken(ctx, 'reset', user)
  return { outcome: 'expired', days: policy.password.maxDays ?? 0, sealed }
}

async function open(ctx: Context, { visitor, device, hash, tokenSeconds }: z.output<typeof Input>, policy: SecurityPolicy): Promise<Opening> {
  const user = ctx.principal.id
  const isNewDevice = device === null && (await isSurprising(ctx, user, visitor))
  const session = await writeSession(ctx, { user, visitor, device, hash, tokenSeconds, rules: policy.session })
  if (!session) return { outcome: 'refused' }
  await keepSignIn(ctx, user, 'signed-in', visitor, isNewDevice)
  const about = await personFacts(ctx, user)
  if (about) {
    ctx.emit(sessionOpened, about.subject, { ...about.person, ...visitor, isNewDevice })
    if (isNewDevice) ctx.emit(signInNewDevice, about.subject, { ...about.person, ...visitor, at: ctx.now.toISOString() })
  }
  return { outcome: 'opened', session, isKnownBrowser: device !== null }
}
