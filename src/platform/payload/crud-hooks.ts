import type { CollectionConfig } from 'payload'
import { lockRow } from '@/platform/payload/hooks/lock-row'
import { recordChange, recordDelete } from '@/platform/payload/hooks/record-change'
import { refuseCrossTenantLinks } from '@/platform/payload/hooks/refuse-cross-tenant-links'
import { refuseStaleRevision } from '@/platform/payload/hooks/refuse-stale-revision'
import { stampTenant } from '@/platform/payload/hooks/stamp-tenant'
import type { CollectionMeta } from '@/platform/payload/meta'

/** The generic hooks of every collection that Payload itself writes. */
export function crudHooks(meta: CollectionMeta): NonNullable<CollectionConfig['hooks']> {
  return {
    beforeOperation: [lockRow(meta)],
    beforeValidate: [stampTenant(meta)],
    beforeChange: [refuseStaleRevision, refuseCrossTenantLinks(meta)],
    afterChange: meta.audited ? [recordChange(meta)] : [],
    afterDelete: meta.audited ? [recordDelete(meta)] : [],
  }
}
