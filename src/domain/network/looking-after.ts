import { refuse } from '@/kernel/errors'
import { boundTo } from '@/platform/access/bound'
import type { Context } from '@/platform/operation'

/**
 * HQ's branch that looks after a dealer. Whoever is bound to branches keeps dealers of these only, and founds them in the
 * own one without saying so. Refuses NOT_FOUND for another branch, INPUT_INVALID where a bound person has to say which.
 */
export function lookingAfter(ctx: Pick<Context, 'principal' | 'operation'>, hq: string, asked: string | null | undefined): string | null {
  const bound = boundTo(ctx.principal, hq, ctx.operation)
  if (bound === null) return asked ?? null
  const [only] = bound
  const branch = asked ?? (bound.length === 1 ? only : undefined)
  if (branch === undefined) return refuse('INPUT_INVALID', { reason: 'branch: say which of your branches looks after the dealer.' })
  return bound.includes(branch) ? branch : refuse('NOT_FOUND', { noun: 'The branch' })
}
