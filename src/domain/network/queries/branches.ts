import { bindings, sqlOf } from '@/platform/access/sql'
import type { Reader } from '@/platform/reader'

/** A branch as pickers show it. */
export interface BranchView {
  id: string
  name: string
}

/** The branches of an organization that the reader sees, by name. */
export function branchesOf(reader: Reader, organization: string): Promise<BranchView[]> {
  const to = bindings([organization])
  return reader.rows<BranchView>(
    `select b.id, b.name from branches b where b.organization_id = $1::uuid and b.archived_at is null and ${sqlOf(reader.reach('branches'), 'b', to)} order by b.name, b.id limit 200`,
    to.values,
  )
}
