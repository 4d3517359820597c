import type { CollectionConfig, Field } from 'payload'
import type { Machine } from '@/kernel/machine'
import type { BranchStep, Tenancy } from '@/platform/access/scope'
import { accessFor } from '@/platform/payload/access'
import { classified } from '@/platform/payload/data-class'
import { accessOfFields } from '@/platform/payload/field-access'
import { status } from '@/platform/payload/fields'
import type { CollectionMeta, Guards, Writes } from '@/platform/payload/meta'
import { tenancyFields } from '@/platform/payload/tenancy-fields'
import { crudHooks } from '@/platform/payload/crud-hooks'
import { clampReads } from '@/platform/payload/clamp'

export interface CollectionSpec {
  slug: string
  module: string
  noun: string
  tenancy: Tenancy
  writes: Writes
  /** Permission to read; null: nobody through Payload. Default `<noun>.read`. */
  read?: string | null
  /** Permission to write, for `crud`. Default `<noun>.write`. */
  write?: string
  /** Operations may insert rows too (a dealer is founded with its first address). Only for plain columns. */
  operationsToo?: boolean
  machine?: Machine
  ledger?: boolean
  audited?: boolean
  branch?: boolean
  /** Rows without a branch of their own belong to that of the row these pointers lead to. */
  branchThrough?: readonly BranchStep[]
  reachDown?: boolean
  /** Rows with a `person` are seen by that person and by holders of this permission only. */
  personal?: string
  /** The stream that a new or changed row wakes. */
  stream?: string
  /** Insert-only rows have neither updatedAt nor revision. */
  fields: Field[]
  guards?: Guards
  title?: string
  columns?: string[]
  group?: string
  /** Hidden in the admin's navigation: lines and plumbing. */
  hidden?: boolean
  description?: string
  search?: string[]
  more?: Partial<CollectionConfig>
}

/**
 * Makes a Payload collection out of what is particular about it: tenancy columns, access for all seven keys, audit,
 * optimistic locking by `revision` and the admin's defaults come from here. Collections hold no access code.
 */
export function defineCollection(spec: CollectionSpec): CollectionConfig {
  const meta = metaFrom(spec)
  const { admin, hooks, ...more } = spec.more ?? {}
  return {
    slug: spec.slug,
    labels: labelsOf(spec.slug, spec.noun),
    versions: false,
    lockDocuments: false,
    disableDuplicate: true,
    timestamps: !meta.ledger,
    enableQueryPresets: false,
    defaultSort: meta.ledger ? '-id' : '-createdAt',
    custom: { tf: meta },
    access: accessFor(meta),
    fields: accessOfFields(classified([...spec.fields, ...statusFields(spec), ...tenancyFields(meta), ...stampFields(meta)]), meta),
    ...(meta.writes === 'crud' ? {} : { disableBulkEdit: true }),
    ...more,
    admin: adminFrom(spec, meta, admin),
    hooks: hooksFrom(meta, hooks),
  }
}

// Ours run before a collection's own where they stamp and check, after them where they record what came out.
function hooksFrom(meta: CollectionMeta, own: CollectionConfig['hooks']): NonNullable<CollectionConfig['hooks']> {
  const ours = meta.writes === 'crud' ? crudHooks(meta) : {}
  const before = (key: 'beforeOperation' | 'beforeValidate' | 'beforeChange' | 'beforeDelete') => [...(ours[key] ?? []), ...(own?.[key] ?? [])]
  const after = (key: 'afterChange' | 'afterDelete') => [...(own?.[key] ?? []), ...(ours[key] ?? [])]
  return {
    ...own,
    beforeOperation: [clampReads, ...before('beforeOperation')],
    beforeValidate: before('beforeValidate'),
    beforeChange: before('beforeChange'),
    beforeDelete: before('beforeDelete'),
    afterChange: after('afterChange'),
    afterDelete: after('afterDelete'),
  } as NonNullable<CollectionConfig['hooks']>
}

function metaFrom(spec: CollectionSpec): CollectionMeta {
  const { slug, module, noun, tenancy, writes, operationsToo = false, ledger = false, reachDown = false, guards = {} } = spec
  const { branch = tenancy === 'two-party', audited = writes !== 'system', read = `${noun}.read` } = spec
  const rule = { tenancy, reachDown, hasBranch: branch, hasAuthor: hasAuthor(tenancy, ledger), personal: spec.personal, branchThrough: spec.branchThrough }
  return { slug, module, noun, writes, operationsToo, ledger, audited, ...rule, read, write: writePermission(spec), machine: machineOf(spec), stream: spec.stream ?? null, guards }
}

function machineOf({ machine }: CollectionSpec): string | null {
  return machine ? machine.name : null
}

function writePermission({ writes, write, noun }: CollectionSpec): string | null {
  return writes === 'crud' ? (write ?? `${noun}.write`) : null
}

function statusFields(spec: CollectionSpec): Field[] {
  return spec.machine ? [status(spec.machine)] : []
}

function hasAuthor(tenancy: CollectionMeta['tenancy'], ledger: boolean): boolean {
  return !ledger && tenancy !== 'installation'
}

function stampFields(meta: CollectionMeta): Field[] {
  if (!meta.hasAuthor) return []
  const sidebar = { position: 'sidebar' as const, readOnly: true }
  return [
    { name: 'revision', type: 'number', defaultValue: 1, required: true, admin: { ...sidebar, hidden: true } },
    { name: 'createdBy', type: 'relationship', relationTo: 'users', admin: { ...sidebar, hidden: true } } as Field,
  ]
}

function adminFrom(spec: CollectionSpec, meta: CollectionMeta, more: CollectionConfig['admin']): NonNullable<CollectionConfig['admin']> {
  return {
    group: spec.group ?? groupOf(spec.module),
    hidden: spec.hidden ?? meta.read === null,
    enableListViewSelectAPI: true,
    pagination: { defaultLimit: 25, limits: [10, 25, 50, 100] },
    ...(spec.title ? { useAsTitle: spec.title } : {}),
    ...(spec.columns ? { defaultColumns: spec.columns } : {}),
    ...(spec.description ? { description: spec.description } : {}),
    ...(spec.search ? { listSearchableFields: spec.search } : {}),
    ...more,
  }
}

function labelsOf(slug: string, noun: string) {
  const plural = slug.replaceAll('-', ' ')
  const singular = noun.replaceAll('-', ' ')
  const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  return { plural: upper(plural), singular: upper(singular) }
}

function groupOf(module: string): string {
  return module.charAt(0).toUpperCase() + module.slice(1)
}
