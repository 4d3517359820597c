import type { Field, FieldAccess } from 'payload'
import { principalOf } from '@/platform/access/principal'
import { scopeOf, sideOf, type Scope, type TenantRow } from '@/platform/access/scope'
import type { CollectionMeta } from '@/platform/payload/meta'

/**
 * Fields marked `side: 'owner'` are read by the owner's members only. A field's own access is a boolean, so the row
 * decides: whoever reaches it as the other party, or from below, does not see the field. Without the tenancy columns in
 * the selection the answer is no.
 */
export function accessOfFields(fields: Field[], meta: CollectionMeta): Field[] {
  return fields.map((field) => (isOwnerOnly(field) ? ({ ...field, access: { read: ownerSide(meta) } } as Field) : field))
}

function ownerSide(meta: CollectionMeta): FieldAccess {
  return ({ req, doc }) => {
    const principal = principalOf(req.user)
    if (!principal || !doc) return false
    const owned = scopeOf(principal, meta.read, { ...meta, tenancy: meta.tenancy === 'shared-down' ? 'own' : meta.tenancy })
    return sideOf(owned, rowOf(doc)) === 'owner' || isOfOwnBranch(owned, rowOf(doc))
  }
}

// A branch that other rows say is not in the document; that it is one of the reader's, the rows' own access has seen to.
function isOfOwnBranch({ branches, branchThrough }: Scope, { organization }: TenantRow): boolean {
  return branchThrough !== undefined && branches.some((one) => one.organization === organization)
}

function isOwnerOnly(field: Field): boolean {
  return (field.custom as { side?: string } | undefined)?.side === 'owner'
}

function rowOf(doc: Record<string, unknown>): TenantRow {
  const id = (value: unknown) => (typeof value === 'object' && value !== null ? String((value as { id: unknown }).id) : (value as string | null))
  return {
    id: String(doc['id'] ?? ''),
    organization: id(doc['organization']),
    tree: id(doc['tree']),
    branch: id(doc['branch']),
    counterparty: id(doc['counterparty']),
    counterpartyBranch: id(doc['counterpartyBranch']),
    createdBy: id(doc['createdBy']),
    sharedAt: doc['sharedAt'],
  }
}
