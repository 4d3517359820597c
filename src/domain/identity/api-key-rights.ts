import { refuse } from '@/kernel/errors'
import type { Context } from '@/platform/operation'
import { missingGrants, type WantedGrant } from '@/domain/identity/rules'
import type { ApiKeyRow } from '@/domain/identity/rows'

/** What only people do: a key that could make keys, roles or people would outlive every decision about it. */
const ONLY_PEOPLE = new Set(['member.invite', 'member.assign-role', 'member.suspend', 'role.write', 'api-key.write', 'cart.read', 'cart.write', 'export.create', 'export.read', 'session.end', 'policy.write'])

/** Whether a permission can be a scope of a key. */
export function isForKeys(permission: string): boolean {
  return !ONLY_PEOPLE.has(permission)
}

export type KeyRights = Pick<ApiKeyRow, 'scopes' | 'reach' | 'branches'>

/**
 * Whoever makes, widens or rotates a key holds everything the key may do, as far and in the same branches: otherwise its
 * secret would be a way to more rights. Only people of the key's own organization can do it.
 */
export async function mustHoldScopes(ctx: Context, organization: string, { scopes, reach, branches }: KeyRights): Promise<void> {
  const membership = ctx.principal.memberships.find((one) => one.organization.id === organization)
  if (!membership || ctx.principal.kind !== 'person') return refuse('CONFLICT', { reason: 'Only people of the organization itself make secrets for its keys; suspend or revoke the key instead.' })
  const forPeople = scopes.find((scope) => !isForKeys(scope))
  if (forPeople) refuse('INPUT_INVALID', { reason: `A key cannot have ${forPeople}; only people do that.` }, [{ path: 'scopes', message: forPeople }])
  await mustBeOwnBranches(ctx, organization, branches ?? [])
  const [missing] = missingGrants(membership.grants, wantedOf({ scopes, reach, branches }))
  if (missing) refuse('PERMISSION_REFUSED', { permission: missing.permission })
}

function wantedOf({ scopes, reach, branches }: KeyRights): WantedGrant[] {
  const inBranches = branches && branches.length > 0
  const places = inBranches ? branches : [null]
  return scopes.flatMap((permission) => places.map((branch): WantedGrant => ({ permission, branch, reach: inBranches ? 'branch' : reach })))
}

async function mustBeOwnBranches(ctx: Context, organization: string, branches: readonly string[]): Promise<void> {
  if (branches.length === 0) return
  const known = await ctx.find<{ id: string }>('branches', { organization, id: branches })
  if (known.length < new Set(branches).size) refuse('NOT_FOUND', { noun: 'The branch' })
}
