import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

export interface WarehouseChoice {
  id: string
  name: string
}

/** The warehouses of an organization in the order of allocation, without archived ones. */
export function warehousesOf(reader: Reader, organization: string): Promise<WarehouseChoice[]> {
  const to = bindings([organization])
  return reader.rows<WarehouseChoice>(
    `select w.id, w.name from warehouses w where w.organization_id = $1::uuid and w.archived_at is null and ${sqlOf(reader.reach('warehouses'), 'w', to)}
    order by w.priority, w.name`,
    to.values,
  )
}
