import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { REACHES, reachCovers } from '@/kernel/permission'
import { defineOperation, type Context } from '@/platform/operation'
import { rolesChanged } from '@/domain/identity/events'
import { missingGrants } from '@/domain/identity/rules'
import type { MembershipRoleRow, RolePermissionRow, RoleRow } from '@/domain/identity/rows'

const Grants = z
  .array(z.strictObject({ key: z.string().min(1).max(60), reach: z.enum(REACHES) }))
  .min(1)
  .max(200)
  .refine((grants) => new Set(grants.map((one) => one.key)).size === grants.length, { error: 'names a permission twice' })
const KeyInput = z.string().regex(/^[a-z][a-z0-9-]{1,58}$/, { error: 'is lower-case letters, digits and hyphens' })
const NameInput = z.string().trim().min(1).max(80)

type Grant = z.output<typeof Grants>[number]
type StoredRole = RoleRow & { organization: string; tree: string; builtIn: boolean }

/** Makes an own role out of an existing one, with its permissions or with others that roles of its kind may have. */
export const copyRole = defineOperation({
  name: 'role.copy',
  permission: 'role.write',
  scope: 'organization',
  summary: 'Copy a role',
  input: z.strictObject({ from: z.string().max(60), key: KeyInput, name: NameInput, description: z.string().max(400).optional(), permissions: Grants.optional() }),
  run: async (ctx, { from, key, name, description, permissions }) => {
    const { id: organization, tree } = ctx.organization
    const [source] = await ctx.find<StoredRole>('roles', { organization, key: from })
    if (!source) return refuse('NOT_FOUND', { noun: `The role "${from}"` })
    const [taken] = await ctx.find<StoredRole>('roles', { organization, key })
    if (taken) refuse('DUPLICATE', { noun: 'A role', field: 'key', value: key }, [{ path: 'key', message: 'is taken' }])
    const grants = permissions ?? (await ctx.find<RolePermissionRow>('role-permissions', { role: source.id }))
    await mustBeGrantable(ctx, source, grants)
    const role = ctx.insert('roles', { organization, tree, key, name, description: description ?? null, audience: source.audience, builtIn: false })
    for (const grant of grants) ctx.insert('role-permissions', { organization, tree, role, key: grant.key, reach: grant.reach })
    return announce(ctx, { id: role, organization, key, name })
  },
})

/** Changes an own role; it counts for everybody who has it from the next request on. Built-in roles stay as they are. */
export const changeRole = defineOperation({
  name: 'role.change',
  permission: 'role.write',
  summary: 'Change a copied role',
  input: z.strictObject({ id: z.uuid(), name: NameInput.optional(), description: z.string().max(400).nullish(), permissions: Grants.optional() }),
  run: async (ctx, { id, permissions, ...text }) => {
    const role = await lockOwn(ctx, id)
    const changes = Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined))
    if (Object.keys(changes).length > 0) ctx.update('roles', id, changes)
    if (permissions) await replaceGrants(ctx, role, permissions)
    return announce(ctx, { ...role, name: text.name ?? role.name })
  },
})

/** Deletes an own role that nobody has. */
export const deleteRole = defineOperation({
  name: 'role.delete',
  permission: 'role.write',
  summary: 'Delete a copied role',
  input: z.strictObject({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const role = await lockOwn(ctx, id)
    const holders = await ctx.find<MembershipRoleRow>('membership-roles', { role: id })
    if (holders.length > 0) refuse('CONFLICT', { reason: `${holders.length} members have the role ${role.name}; give them another one first.` })
    await replaceGrants(ctx, role, [])
    ctx.remove('roles', id)
    return announce(ctx, role)
  },
})

async function lockOwn(ctx: Context, id: string): Promise<StoredRole> {
  const role = await ctx.lock<StoredRole>('roles', id)
  return role.builtIn ? refuse('CONFLICT', { reason: `${role.name} is a built-in role; copy it and change the copy.` }) : role
}

async function replaceGrants(ctx: Context, role: StoredRole, wanted: readonly Grant[]): Promise<void> {
  await mustBeGrantable(ctx, role, wanted)
  const stored = await ctx.find<RolePermissionRow & { id: string }>('role-permissions', { role: role.id })
  const present = await ctx.lockMany<RolePermissionRow & { id: string }>('role-permissions', stored.map((one) => one.id))
  for (const one of present) {
    const next = wanted.find((grant) => grant.key === one.key)
    if (!next) ctx.remove('role-permissions', one.id)
    else if (next.reach !== one.reach) ctx.update('role-permissions', one.id, { reach: next.reach })
  }
  const { organization, tree, id } = role
  for (const { key, reach } of wanted.filter((grant) => !present.some((one) => one.key === grant.key))) {
    ctx.insert('role-permissions', { organization, tree, role: id, key, reach })
  }
}

const GRANTABLE = `select p.key, p.reach from role_permissions p join roles r on r.id = p.role_id
where r.organization_id = $1::uuid and r.built_in and r.audience::text = $2`

// A role of a kind takes what built-in roles of that kind have, at most as far; a role of HQ no more than its author holds.
async function mustBeGrantable(ctx: Context, { organization, audience }: Pick<StoredRole, 'organization' | 'audience'>, wanted: readonly Grant[]): Promise<void> {
  const known = await ctx.rows<Grant>(GRANTABLE, [organization, audience], 'tf_grantable')
  const foreign = wanted.find((one) => !known.some(({ key, reach }) => key === one.key && reachCovers(reach, one.reach)))
  if (foreign) refuse('INPUT_INVALID', { reason: `A role for ${audience} cannot have ${foreign.key} with reach ${foreign.reach}.` }, [{ path: 'permissions', message: foreign.key }])
  const membership = ctx.principal.memberships.find((one) => one.organization.id === organization)
  if (audience !== 'hq' || !membership || ctx.principal.kind === 'system') return
  const [missing] = missingGrants(membership.grants, wanted.map(({ key, reach }) => ({ permission: key, reach, branch: null })))
  if (missing) refuse('PERMISSION_REFUSED', { permission: missing.permission })
}

function announce(ctx: Context, { id, organization, key, name }: { id: string; organization: string; key: string; name: string }) {
  ctx.emit(rolesChanged, { type: 'roles', id, organization }, { role: id, key, name })
  return { role: id, key, name }
}
