import { z } from 'zod'
import { refuse } from '@/kernel/errors'
import { boundTo } from '@/platform/access/bound'
import { bindings, sqlOf } from '@/platform/access/sql'
import type { Context, Operation } from '@/platform/operation'

/** Where goods lie: a storage location, or a warehouse for its default location. */
export const placeFields = { location: z.uuid().optional(), warehouse: z.uuid().optional() }

export interface PlaceInput {
  location?: string | undefined
  warehouse?: string | undefined
}

/** A storage location with its warehouse in words. */
export interface Place {
  location: string
  locationCode: string
  warehouse: string
  warehouseCode: string
}

interface Row extends Place {
  isDefault: boolean
}

/**
 * The places of the acting organization that are meant, in the order of the inputs; a warehouse means its default
 * location. Only warehouses reached with the operation's permission count (branch roles). NOT_FOUND otherwise.
 */
export async function placesFor(ctx: Context, permission: NonNullable<Operation['permission']>, inputs: readonly PlaceInput[]): Promise<Place[]> {
  const to = bindings([ctx.organization.id, inputs.map((one) => one.location ?? null), inputs.map((one) => one.warehouse ?? null)])
  const rows = await ctx.rows<Row>(
    `select s.id as location, s.code as "locationCode", w.id as warehouse, w.code as "warehouseCode", coalesce(s.is_default, false) as "isDefault"
     from storage_locations s join warehouses w on w.id = s.warehouse_id
     where w.organization_id = $1::uuid and w.archived_at is null and (s.id = any($2::uuid[]) or (s.is_default and w.id = any($3::uuid[])))
       and ${sqlOf(ctx.reach('warehouses', permission), 'w', to)}`,
    to.values,
  )
  const byLocation = new Map(rows.map((row) => [row.location, row]))
  const byWarehouse = new Map(rows.filter((row) => row.isDefault).map((row) => [row.warehouse, row]))
  return inputs.map(({ location, warehouse }) => {
    const found = location ? byLocation.get(location) : byWarehouse.get(warehouse ?? '')
    if (found && (!warehouse || found.warehouse === warehouse)) return found
    return refuse('NOT_FOUND', { noun: location ? 'The storage location' : 'The warehouse, or its default location,' })
  })
}

/** Refuses NOT_FOUND for a warehouse of another branch than those the principal holds the permission in. */
export async function mustReachWarehouse(ctx: Context, permission: string, warehouse: string, organization: string): Promise<void> {
  const bound = boundTo(ctx.principal, organization, permission)
  if (bound === null) return
  const rows = await ctx.rows('select 1 from warehouses w where w.id = $1::uuid and w.branch_id = any($2::uuid[])', [warehouse, bound])
  if (rows.length === 0) refuse('NOT_FOUND', { noun: 'The warehouse' })
}

/** Exactly one of the two is given, or a location together with its warehouse. */
export function saysWhere(input: PlaceInput): boolean {
  return input.location !== undefined || input.warehouse !== undefined
}
