import { builtInRoles } from '@/domain/identity/roles'
import type { Context } from '@/platform/operation'

/** Gives a new tree its built-in roles; answers their ids by key. */
export function seedRoles(ctx: Context, hq: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const { key, name, description, audience, permissions } of builtInRoles) {
    const tenant = { organization: hq, tree: hq }
    const role = ctx.insert('roles', { ...tenant, key, name, description, audience, builtIn: true })
    ids.set(key, role)
    for (const [permission, reach] of Object.entries(permissions)) {
      ctx.insert('role-permissions', { ...tenant, role, key: permission, reach })
    }
  }
  return ids
}
