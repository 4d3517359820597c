import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'

/** Operations of jobs have no permission to give; nobody who is signed in may perform them. */
export function mustBeSystem(ctx: Context): void {
  if (ctx.principal.kind !== 'system') refuse('PERMISSION_REFUSED', { permission: 'of the system itself' })
}
