import type { CollectionConfig, Field } from 'payload'
import type { Check } from '@/platform/doctor/check'
import { metaOf, tableOf, type CollectionMeta } from '@/platform/payload/meta'

interface Known {
  meta: CollectionMeta
  fields: readonly Field[]
}

/** Tenancy of every collection and of every pointer between two (Q70, Q71), made from the collections themselves. */
export function tenancyChecks(collections: readonly CollectionConfig[]): Check[] {
  const known = new Map(
    collections.flatMap((collection) => {
      const meta = metaOf(collection)
      return meta ? [[meta.slug, { meta, fields: collection.fields }] as const] : []
    }),
  )
  return [...known.values()].flatMap((one) => [...ownChecks(one), ...pointerChecks(one, known)])
}

/** The status of every document with a machine is the one its audit log told last (Q22, Q98). */
export function statusChecks(collections: readonly CollectionConfig[]): Check[] {
  return collections.flatMap((collection): Check[] => {
    const meta = metaOf(collection)
    if (!meta?.machine || !meta.audited) return []
    const table = tableOf(meta.slug)
    return [
      {
        id: 'Q98b',
        says: `The status of every row of ${meta.slug} is the one the audit log told last.`,
        sql: `select t.id, t.status::text as status, a.told from "${table}" t cross join lateral (select changes->'status'->>'to' as told from audit_log
            where subject_type = '${meta.slug}' and subject = t.id::text and outcome = 'success' and changes ? 'status' order by at desc, seq desc limit 1) a
          where a.told is distinct from t.status::text`,
      },
    ]
  })
}

function ownChecks({ meta }: Known): Check[] {
  if (!isOwned(meta)) return []
  const table = tableOf(meta.slug)
  return [
    {
      id: 'Q70',
      says: `Every row of ${meta.slug} belongs to an organization of its tree.`,
      sql: `select t.id from "${table}" t left join organizations o on o.id = t.organization_id where o.id is null or o.tree_id <> t.tree_id`,
    },
  ]
}

function pointerChecks({ meta, fields }: Known, known: ReadonlyMap<string, Known>): Check[] {
  return fields.flatMap((field): Check[] => {
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    const target = typeof field.relationTo === 'string' ? known.get(field.relationTo) : undefined
    if (!target || typeof field.name !== 'string') return []
    return [pointerCheck(meta, field.name, target.meta)]
  })
}

function pointerCheck(meta: CollectionMeta, name: string, target: CollectionMeta): Check {
  const column = `${name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()}_id`
  const isSame = meta.guards.sameOrganization?.[name] !== undefined
  const tenant = isSame ? 'organization_id' : 'tree_id'
  const foreign = hasTree(meta) && hasTree(target) ? ` or c."${tenant}" <> t."${tenant}"` : ''
  return {
    id: 'Q71',
    says: `${meta.slug}.${name} points to a row of ${target.slug}${foreign ? ` of the same ${isSame ? 'organization' : 'tree'}` : ''}.`,
    sql: `select c.id, c."${column}" from "${tableOf(meta.slug)}" c left join "${tableOf(target.slug)}" t on t.id = c."${column}"
      where c."${column}" is not null and (t.id is null${foreign})`,
  }
}

function isOwned(meta: CollectionMeta): boolean {
  return ['own', 'two-party', 'shared-down'].includes(meta.tenancy)
}

function hasTree(meta: CollectionMeta): boolean {
  return isOwned(meta) || meta.tenancy === 'organization'
}
