import type { SanitizedCollectionConfig, CollectionConfig } from 'payload'
import type { Tenancy, TenancyRule } from '@/platform/access/scope'

/** Who writes a collection (decisions §1). */
export type Writes = 'crud' | 'operations' | 'system'

/** What the product knows of a collection beside its fields; it lies in `custom.tf` and everything generated reads it. */
export interface CollectionMeta extends TenancyRule {
  slug: string
  module: string
  noun: string
  tenancy: Tenancy
  writes: Writes
  /** A `crud` collection without versions, arrays and drafts that operations may insert into as well. */
  operationsToo: boolean
  /** Insert-only: update and delete are refused by trigger. */
  ledger: boolean
  /** Changes are written to the audit log. */
  audited: boolean
  read: string | null
  write: string | null
  machine: string | null
  /** The stream that a new or changed row wakes. */
  stream: string | null
  guards: Guards
}

/** What the guards migration adds to the table; column names, SQL conditions. */
export interface Guards {
  /** Named checks: name -> SQL condition. */
  checks?: Record<string, string>
  /** Unique indexes: columns or expressions, optionally partial; nulls count as equal when `nullsEqual`. */
  uniques?: { on: readonly string[]; where?: string; nullsEqual?: boolean }[]
  /** Further indexes that lists need. */
  indexes?: { on: readonly string[]; where?: string }[]
  /** Columns that never change once the condition holds. */
  frozen?: { columns: readonly string[]; when: string; message: string }[]
  /** Pointers to rows of the same organization (composite foreign keys): field name -> target slug. */
  sameOrganization?: Record<string, string>
  /** Pointers inside the same tree: field name -> target slug. */
  sameTree?: Record<string, string>
}

/** The meta of one of our collections; undefined for Payload's own. */
export function metaOf(collection: CollectionConfig | SanitizedCollectionConfig): CollectionMeta | undefined {
  return (collection.custom as { tf?: CollectionMeta } | undefined)?.tf
}

/** The table of a slug: Payload's own spelling. */
export function tableOf(slug: string): string {
  return slug.replaceAll('-', '_')
}
