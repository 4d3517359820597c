import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A warehouse with its places, in the order of allocation. */
export interface WarehouseView {
  id: string
  organization: string
  code: string
  name: string
  priority: number
  branch: { id: string; code: string; name: string } | null
  locations: { id: string; code: string; name: string; kind: string; isDefault: boolean }[]
}

/** The warehouses the reader reaches that are in use, each with its storage locations. */
export async function listWarehouses(reader: Reader): Promise<WarehouseView[]> {
  const to = bindings()
  return reader.rows<WarehouseView>(
    `select w.id, w.organization_id as organization, w.code, w.name, w.priority::float8 as priority,
       case when b.id is not null then json_build_object('id', b.id, 'code', b.code, 'name', b.name) end as branch,
       (select coalesce(json_agg(json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'kind', g.kind, 'isDefault', coalesce(g.is_default, false))
         order by g.code), '[]') from storage_locations g where g.warehouse_id = w.id) as locations
     from warehouses w left join branches b on b.id = w.branch_id
     where w.archived_at is null and ${sqlOf(reader.reach('warehouses'), 'w', to)} order by w.priority, w.code, w.id limit 1000`,
    to.values,
  )
}
