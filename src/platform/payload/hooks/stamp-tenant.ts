import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'
import { refuse } from '@/kernel/errors'
import { principalOf, type OrganizationFacts, type Principal } from '@/platform/access/principal'
import { scopeOf } from '@/platform/access/scope'
import { chosenOrganization } from '@/platform/access/chosen'
import type { CollectionMeta } from '@/platform/payload/meta'

/**
 * Writes the tenancy columns of a new row and keeps them for ever. The organization is the one sent, the chosen one or
 * the only one in which the person holds the permission; a foreign one is refused in the words of a missing one.
 */
export function stampTenant(meta: CollectionMeta): CollectionBeforeValidateHook {
  return ({ data, operation, originalDoc, req }) => {
    const row = { ...(data ?? {}) } as Record<string, unknown>
    if (operation === 'update') return { ...row, ...keptColumns(originalDoc as Record<string, unknown>) }
    if (meta.tenancy === 'installation') return row
    const principal = principalOf(req.user)
    if (meta.tenancy === 'user') return principal ? { ...row, user: principal.id } : row
    if (!principal) return row
    return { ...row, ...stamp(meta, principal, row, req) }
  }
}

function stamp(meta: CollectionMeta, principal: Principal, row: Record<string, unknown>, req: PayloadRequest) {
  const candidates = writableOrganizations(meta, principal)
  const wanted = typeof row['organization'] === 'string' ? row['organization'] : chosenOrganization(req.headers)
  const found = wanted ? candidates.find((one) => one.id === wanted || one.slug === wanted) : candidates[0]
  if (!found || (!wanted && candidates.length > 1)) {
    return refuse('INPUT_INVALID', { reason: 'Say which organization this belongs to; you may not write there or it does not exist.' })
  }
  return { organization: found.id, tree: found.tree, createdBy: principal.id }
}

function writableOrganizations(meta: CollectionMeta, principal: Principal): OrganizationFacts[] {
  const scope = scopeOf(principal, meta.write, { ...meta, tenancy: 'own' })
  return principal.memberships
    .map((membership) => membership.organization)
    .filter((organization) => scope.owners.includes(organization.id))
}

function keptColumns(original: Record<string, unknown>): Record<string, unknown> {
  const kept: Record<string, unknown> = {}
  for (const column of ['organization', 'tree', 'createdBy', 'user'] as const) {
    const value = original[column]
    if (value !== undefined) kept[column] = isRow(value) ? value.id : value
  }
  return kept
}

function isRow(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value
}
