import type { Payload } from 'payload'
import type { Queryable } from '@/platform/access/load-principal'
import { bindings, branchOf, sqlOf } from '@/platform/access/sql'
import { scopeOf, type TenantRow } from '@/platform/access/scope'
import type { Principal } from '@/platform/access/principal'
import type { ExplainedRow, Place } from '@/platform/explain/missing'
import { fromRow, tableFor, type Table } from '@/platform/tables'

const PLACE = (id: string) =>
  `(select json_build_object('id', o.id, 'name', o.name, 'path', string_to_array(trim(both '/' from o.path), '/')) from organizations o where o.id = ${id})`

/**
 * A record of any collection with its tenant columns and the organizations behind them, as the asker may see it: null
 * when it does not exist or is not reached, which is the same answer on purpose.
 */
export async function explainedRow(payload: Payload, db: Queryable, asker: Principal, slug: string, id: string): Promise<ExplainedRow | null> {
  const table = tableFor(payload, slug)
  const { meta } = table
  const to = bindings([id])
  const scope = scopeOf(asker, meta.tenancy === 'user' ? 'own' : meta.read, meta)
  const owner = meta.tenancy === 'organization' ? 'x.id' : table.byField.has('organization') ? 'x.organization_id' : 'null::uuid'
  const party = table.byField.has('counterparty') ? 'x.counterparty_id' : 'null::uuid'
  // A person is a row of its own.
  const isPerson = meta.tenancy === 'user' && !table.byField.has('user')
  const reached = isPerson ? `x.id = ${to.bind(asker.id)}::uuid` : sqlOf(scope, 'x', to)
  const branch = meta.branchThrough ? branchOf(meta.branchThrough, 'x') : 'null::uuid'
  const query = db.query.bind(db) as (text: string, values: unknown[]) => Promise<{ rows: Record<string, unknown>[] }>
  const { rows } = await query(
    `select x.*, ${PLACE(owner)} as explained_owner, ${PLACE(party)} as explained_party, ${branch} as explained_branch from "${table.name}" x where x.id = $1::uuid and ${reached}`,
    to.values,
  )
  const [row] = rows
  if (!row) return null
  const doc = docOf(table, row, isPerson)
  return { ...doc, rule: meta, owner: row['explained_owner'] as Place | null, party: row['explained_party'] as Place | null }
}

function docOf(table: Table, row: Record<string, unknown>, isPerson: boolean): TenantRow {
  const doc = fromRow(table, row) as TenantRow
  if (isPerson) return { ...doc, user: String(row['id']) }
  return table.meta.branchThrough ? { ...doc, branch: row['explained_branch'] as string | null } : doc
}
