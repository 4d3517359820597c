/**
 * What of the audit log may go: entries that a signed statement names, and nothing else. The statement keeps how many they
 * were, their numbers, and what their hashes came to; the seals keep the hash of each.
 */
export const RETENTION_STATEMENTS = [
  `create table audit_prunings (id uuid primary key, tree_id uuid references organizations (id), before timestamptz not null, first_seq bigint not null,
    last_seq bigint not null, count int not null check (count > 0), seqs int8multirange not null, last_hash bytea not null, digest bytea not null,
    public_key text not null, signature text not null, at timestamptz not null default now())`,
  `create index audit_prunings_last on audit_prunings (last_seq)`,
  `create trigger "tf_insert_only" before update or delete on audit_prunings for each row execute function tf_insert_only()`,
  `create trigger "tf_no_truncate" before truncate on audit_prunings for each statement execute function tf_insert_only()`,
  // Where the time begins that is still kept is asked for every few minutes.
  `create index audit_seals_sealed on audit_seals (sealed_at)`,
  `create or replace function tf_audit_stays() returns trigger language plpgsql as $$ begin
    if tg_op = 'DELETE' and exists (select 1 from audit_prunings p where p.first_seq <= old.seq and p.last_seq >= old.seq and p.seqs @> old.seq
      and p.tree_id is not distinct from old.tree_id) then return old; end if;
    raise exception '% is a ledger: a correction is a new row', tg_table_name using errcode = 'TF001'; end $$`,
  `create or replace trigger "tf_insert_only" before update or delete on audit_log for each row execute function tf_audit_stays()`,
]
