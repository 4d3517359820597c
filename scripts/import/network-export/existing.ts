import { poolOf } from '@/platform/db/pool'
import type { Run } from '@/platform/import/step'

/** Rows of a table of the importing organization by a key expression: what an earlier run made. */
export async function existingBy(run: Run, table: string, key: string, joins = ''): Promise<Map<string, string>> {
  const { rows } = await poolOf(run.payload).query<{ key: string; id: string }>(
    `select ${key} as key, t.id from "${table}" t ${joins} where t.organization_id = $1`,
    [run.organization.id],
  )
  return new Map(rows.map(({ key: found, id }) => [found, id]))
}

/** The tenancy columns of a row that the import makes through Payload. */
export function tenantOf(run: Run): { organization: string; tree: string } {
  return { organization: run.organization.id, tree: run.organization.tree }
}
