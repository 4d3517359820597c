import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { REACHES } from '@/kernel/permission'
import { slugify } from '@/kernel/slug'
import { sideOf } from '@/platform/access/scope'
import { defineOperation, type Context } from '@/platform/operation'
import { rolesChanged } from '@/domain/identity/events'
import { administering } from '@/domain/identity/last-administrator'
import { mustFitKind, mustHoldGrants, touchedGrants, type RoleGrant } from '@/domain/identity/role-rights'
import { targetOrganization } from '@/domain/identity/rights'
import type { MembershipRoleRow, MembershipRow, RolePermissionRow, RoleRow } from '@/domain/identity/rows'

const Grants = z
  .array(z.strictObject({ key: z.string().min(1).max(60), reach: z.enum(REACHES) }))
  .min(1)
  .max(400)
  .refine((grants) => new Set(grants.map((one) => one.key)).size === grants.length, { error: 'names a permission twice' })
const KeyInput = z.string().regex(/^[a-z][a-z0-9-]{1,58}$/, { error: 'is lower-case letters, digits and hyphens' })
const NameInput = z.string().trim().min(1).max(80)
const NoteInput = z.string().trim().max(400)

/**
 * Makes an own role out of one that is known in the organization, with its permissions or with others that roles of its
 * kind may have. It belongs to the organization and can be given there and in the ones below.
 */
export const copyRole = defineOperation({
  name: 'role.copy',
  permission: 'role.write',
  scope: 'organization',
  summary: 'Copy a role',
  input: z.strictObject({
    from: z.string().max(60).describe('Key or id of the role that is copied.'),
    name: NameInput,
    key: KeyInput.optional().describe('Made from the name when left out.'),
    description: NoteInput.optional(),
    organization: z.uuid().optional().describe('Whose role it becomes; the own organization when left out.'),
    permissions: Grants.optional(),
  }),
  run: async (ctx, { from, name, description, organization: wanted, permissions, ...more }) => {
    const target = await targetOrganization(ctx, 'role.write', wanted)
    const { id: organization, tree } = target
    const known = await ctx.find<RoleRow>('roles', { organization: [...new Set([tree, ...target.path])] })
    const source = known.find((role) => role.id === from || role.key === from)
    if (!source) return refuse('NOT_FOUND', { noun: `The role "${from}"` })
    const key = more.key ?? freeKey(name, known)
    if (known.some((role) => role.key === key)) refuse('DUPLICATE', { noun: 'A role', field: 'key', value: key }, [{ path: 'key', message: 'is taken' }])
    const grants = permissions ?? (await grantsOf(ctx, source.id))
    const role = { organization, tree, key, name, audience: source.audience }
    await mustFitKind(ctx, role, grants)
    mustHoldGrants(ctx, role, grants)
    const id = ctx.insert('roles', { ...role, description: description ?? source.description, builtIn: false, original: source.original ?? source.id })
    for (const grant of grants) ctx.insert('role-permissions', { organization, tree, role: id, key: grant.key, reach: grant.reach })
    return announce(ctx, { ...role, id })
  },
})

/** Changes an own role; it counts for everybody who has it from the next request on. Built-in roles stay as they are. */
export const changeRole = defineOperation({
  name: 'role.change',
  permission: 'role.write',
  summary: 'Change a copied role',
  input: z.strictObject({ id: z.uuid(), name: NameInput.optional(), description: NoteInput.nullish(), permissions: Grants.optional() }),
  run: async (ctx, { id, permissions, ...text }) => {
    const role = await lockOwn(ctx, id)
    const changes = Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined))
    if (Object.keys(changes).length > 0) ctx.update('roles', id, changes)
    if (permissions) await administering(ctx, await organizationsWith(ctx, role), 'role.write', () => replaceGrants(ctx, role, permissions))
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
    const holders = await standingHolders(ctx, id)
    if (holders > 0) refuse('CONFLICT', { reason: `${holders === 1 ? 'One member has' : `${holders} members have`} the role ${role.name}; give them another one first.` })
    const former = await ctx.find<MembershipRoleRow>('membership-roles', { role: id })
    for (const one of await ctx.lockMany<MembershipRoleRow>('membership-roles', former.map((row) => row.id))) ctx.remove('membership-roles', one.id)
    for (const grant of await lockGrants(ctx, id)) ctx.remove('role-permissions', grant.id)
    // What points at the role goes before it does.
    await ctx.flush()
    ctx.remove('roles', id)
    return announce(ctx, role)
  },
})

type LockedGrant = RolePermissionRow & { id: string }

// A role from above can be seen and given, but belongs to somebody else; built-in ones belong to nobody.
async function lockOwn(ctx: Context, id: string): Promise<RoleRow> {
  const [seen] = await ctx.find<RoleRow>('roles', { id })
  const isAbove = seen !== undefined && ctx.principal.memberships.some(({ organization }) => organization.path.includes(seen.organization) || organization.tree === seen.organization)
  if (seen?.builtIn && isAbove) refuse('CONFLICT', { reason: `${seen.name} is a built-in role; copy it and change the copy.` })
  if (seen && isAbove && !sideOf(ctx.reach('roles', 'role.write'), seen)) refuse('CONFLICT', { reason: `${seen.name} belongs to your headquarters; copy it and change the copy.` })
  return ctx.lock<RoleRow>('roles', id)
}

async function replaceGrants(ctx: Context, role: RoleRow, wanted: readonly RoleGrant[]): Promise<void> {
  const present = await lockGrants(ctx, role.id)
  await mustFitKind(ctx, role, wanted)
  mustHoldGrants(ctx, role, touchedGrants(present, wanted))
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

async function lockGrants(ctx: Context, role: string): Promise<LockedGrant[]> {
  const stored = await grantsOf(ctx, role)
  return ctx.lockMany<LockedGrant>('role-permissions', stored.map((one) => one.id))
}

function grantsOf(ctx: Context, role: string): Promise<LockedGrant[]> {
  return ctx.find<LockedGrant>('role-permissions', { role })
}

// Whoever has the role in a membership that ended does not keep it from being deleted.
async function standingHolders(ctx: Context, role: string): Promise<number> {
  const [row] = await ctx.rows<{ n: number }>(
    `select count(distinct m.id)::int as n from membership_roles mr join memberships m on m.id = mr.membership_id where mr.role_id = $1::uuid and m.status <> 'ended'`,
    [role],
  )
  return row?.n ?? 0
}

async function organizationsWith(ctx: Context, role: RoleRow): Promise<string[]> {
  const held = await ctx.find<MembershipRoleRow & Pick<MembershipRow, 'organization'>>('membership-roles', { role: role.id })
  return [role.organization, ...held.map((one) => one.organization)]
}

function freeKey(name: string, known: readonly RoleRow[]): string {
  const slug = slugify(name, 50)
  const base = /^[a-z][a-z0-9-]+$/.test(slug) ? slug : `role-${slug}`.replace(/-+$/, '')
  const taken = new Set(known.map((role) => role.key))
  let key = base
  for (let n = 2; taken.has(key); n += 1) key = `${base}-${n}`
  return key
}

function announce(ctx: Context, { id, organization, key, name }: Pick<RoleRow, 'id' | 'organization' | 'key' | 'name'>) {
  ctx.emit(rolesChanged, { type: 'roles', id, organization }, { role: id, key, name })
  return { role: id, id, key, name }
}
