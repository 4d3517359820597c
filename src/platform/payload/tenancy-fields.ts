import type { Field } from 'payload'
import type { CollectionMeta } from '@/platform/payload/meta'
import { instant, ref } from '@/platform/payload/fields'

/** The columns that say whose row it is. They are stamped by hooks or operations and never edited by hand. */
export function tenancyFields(meta: CollectionMeta): Field[] {
  if (meta.tenancy === 'installation') return []
  if (meta.tenancy === 'user') return [inSidebar(ref('user', 'users', { required: true, index: true }))]
  const tree = hidden(ref('tree', 'organizations', { required: true, index: true }))
  if (meta.tenancy === 'organization') return [tree]
  const owner = [inSidebar(ref('organization', 'organizations', { required: true, index: true })), tree]
  const branch = meta.hasBranch ? [inSidebar(ref('branch', 'branches'))] : []
  if (meta.tenancy !== 'two-party') return [...owner, ...branch]
  return [
    ...owner,
    ...branch,
    inSidebar(ref('counterparty', 'organizations', { index: true })),
    hidden(ref('counterpartyBranch', 'branches')),
    hidden(instant('sharedAt')),
  ]
}

function inSidebar(field: Field): Field {
  return { ...field, admin: { position: 'sidebar', readOnly: true } } as Field
}

function hidden(field: Field): Field {
  return { ...field, admin: { hidden: true } } as Field
}
