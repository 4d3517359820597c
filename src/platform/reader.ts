import type { Payload } from 'payload'
import type { Principal } from '@/platform/access/principal'
import { scopeOf, type Scope } from '@/platform/access/scope'
import type { Queryable } from '@/platform/access/load-principal'
import { poolOf } from '@/platform/db/pool'
import { tableFor } from '@/platform/tables'

/**
 * What a query needs: who asks, a way to ask, and what may be reached. Queries are read models for screens, the API and
 * reports; every statement on tenant tables carries the condition that `reach` gives (see access/sql.ts).
 */
export interface Reader {
  readonly principal: Principal
  readonly now: Date
  /** Runs one statement. Give it a name to have it prepared; names are unique per text. */
  rows<T extends object>(text: string, values?: readonly unknown[], name?: string): Promise<T[]>
  /** What the principal reaches in a collection with a permission (default: the collection's read permission). */
  reach(slug: string, permission?: string): Scope
  /** Whether there is a collection of this name. */
  knows(slug: string): boolean
  /** Fields of a collection that only the owner's people see (cost, internal notes). */
  ownerOnly(slug: string): readonly string[]
}

/** A reader over the pool, outside any transaction. */
export function readerFor(payload: Payload, principal: Principal, now = new Date()): Reader {
  return makeReader(payload, principal, now, poolOf(payload))
}

/** A reader over any connection; inside an operation it is the transaction's. */
export function makeReader(payload: Payload, principal: Principal, now: Date, db: Queryable): Reader {
  const query = db.query.bind(db) as (config: object) => Promise<{ rows: object[] }>
  return {
    principal,
    now,
    rows: async <T extends object>(text: string, values: readonly unknown[] = [], name?: string) => {
      const answer = await query({ text, values: [...values], ...(name ? { name } : {}) })
      return answer.rows as T[]
    },
    reach: (slug, permission) => {
      const { meta } = tableFor(payload, slug)
      return scopeOf(principal, permission ?? (meta.tenancy === 'user' ? 'own' : meta.read), meta)
    },
    knows: (slug) => slug in payload.collections,
    ownerOnly: (slug) => tableFor(payload, slug).ownerOnly,
  }
}
