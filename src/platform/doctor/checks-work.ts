import type { Check } from '@/platform/doctor/check'

// Rows of the last attempt; those of a dry run were taken back with what they made.
const LASTING = `import_rows r join imports i on i.id = r.run_id and i.attempt = r.attempt and not coalesce(i.is_dry_run, false)`

/** What always holds for work that goes on by itself: imports, deeds on many rows, exports. */
export const workChecks: readonly Check[] = [
  {
    id: 'Q85',
    says: 'No import, no deed on many rows and no export stands still for half an hour.',
    sql: ['imports', 'batches', 'exports']
      .map((table) => `select id, '${table}' as kind, state::text as state from ${table} where state::text in ('waiting', 'running', 'undoing') and updated_at < now() - interval '30 minutes'`)
      .join(' union all '),
  },
  {
    id: 'Q86',
    says: 'A finished import did all its rows, and its counts are those of what became of them.',
    sql: `select i.id, i.source, i.total_rows, i.done_rows, i.failed_rows, x.kept, x.failed, c.counted from imports i
      cross join lateral (select count(*) as kept, count(*) filter (where r.state = 'failed') as failed from import_rows r
        where r.run_id = i.id and r.attempt = i.attempt) x
      cross join lateral (select coalesce(sum(one.value::numeric), 0) as counted from jsonb_each(coalesce(i.counts, '{}')) step, jsonb_each_text(step.value) one) c
      where i.state = 'done' and (i.done_rows <> i.total_rows or i.failed_rows <> x.failed or x.kept > i.done_rows or c.counted <> i.done_rows)`,
  },
  {
    id: 'Q86b',
    says: 'A row is made by one line of one import.',
    sql: `select r.target_type, r.target, count(*) as lines from ${LASTING} where r.state = 'created' and r.target is not null
      and not coalesce(r.is_undone, false) group by r.target_type, r.target having count(*) > 1`,
  },
  {
    id: 'Q86c',
    says: 'An import that was taken back says of every row that it is gone, or why it stays.',
    sql: `select r.id, r.run_id, r.line from ${LASTING} where i.state = 'undone' and r.state in ('created', 'updated') and r.target is not null
      and not coalesce(r.is_undone, false) and r.kept is null`,
  },
  {
    id: 'Q86d',
    says: 'A deed on many rows counts what became of each of them.',
    sql: `select b.id, b.label, b.done_rows, b.refused_rows, x.done, x.refused from batches b cross join lateral (select count(*) as items,
        count(*) filter (where state <> 'waiting') as done, count(*) filter (where state = 'refused') as refused from batch_items where batch_id = b.id) x
      where b.total_rows <> x.items or b.done_rows <> x.done or b.refused_rows <> x.refused or (b.state = 'done' and b.done_rows <> b.total_rows)`,
  },
]
