import type { Access, CollectionConfig, PayloadRequest } from 'payload'
import { holds, isHq, principalOf } from '@/platform/access/principal'
import { scopeOf } from '@/platform/access/scope'
import { whereOf } from '@/platform/access/where'
import type { CollectionMeta } from '@/platform/payload/meta'

/** Nobody, whoever asks. */
export const deny: Access = () => false

/** All access keys of a collection, compiled from its meta. Framework hooks never add to them. */
export function accessFor(meta: CollectionMeta): NonNullable<CollectionConfig['access']> {
  const write = meta.writes === 'crud' ? reaching(meta, meta.write) : deny
  return {
    create: meta.writes === 'crud' ? holding(meta) : deny,
    read: reaching(meta, meta.read),
    readVersions: deny,
    update: write,
    delete: write,
    unlock: deny,
    admin: ({ req }: { req: PayloadRequest }) => {
      const principal = principalOf(req.user)
      return principal !== null && isHq(principal)
    },
  }
}

function reaching(meta: CollectionMeta, permission: string | null): Access {
  return ({ req }) => whereOf(scopeOf(principalOf(req.user), permissionFor(meta, permission), meta))
}

// Payload ignores a Where from `create`; the stampTenant hook checks the organization the row is made in.
function holding(meta: CollectionMeta): Access {
  return ({ req }) => {
    const principal = principalOf(req.user)
    return principal !== null && meta.write !== null && (meta.tenancy === 'user' || holds(principal, meta.write))
  }
}

function permissionFor(meta: CollectionMeta, permission: string | null): string | null {
  return meta.tenancy === 'user' ? 'own' : permission
}
