const insertOnly = (table: string) => [
  `create trigger "tf_insert_only" before update or delete on ${table} for each row execute function tf_insert_only()`,
  `create trigger "tf_no_truncate" before truncate on ${table} for each statement execute function tf_insert_only()`,
]

/** The chain over the audit log, the keys of personal values in it, and what the watch over attacks counts. */
export const AUDIT_STATEMENTS = [
  // The audit log counts its rows in the order of their transactions; seals chain what is committed (security-rules 6.9).
  // `at` is the business time of what happened; when it was written down may be later (imports, demonstration).
  `alter table audit_log add column xid xid8 not null default pg_current_xact_id(), add column seq bigint generated always as identity,
    add column recorded_at timestamptz not null default clock_timestamp()`,
  `create unique index audit_log_seq on audit_log (seq)`,
  `create index audit_log_organization_seq on audit_log (organization_id, seq)`,
  `create index audit_log_tree_seq on audit_log (tree_id, seq)`,
  // A seal keeps the hash of each row, so that an altered or missing one can be named, and a filtered export be proven.
  `create table audit_seals (id bigint generated always as identity primary key, from_seq bigint not null, to_seq bigint not null,
    row_count int not null, seqs bigint[] not null, row_hashes bytea not null, prev_hash bytea not null, hash bytea not null,
    sealed_at timestamptz not null default now())`,
  `create index audit_seals_to on audit_seals (to_seq)`,
  ...insertOnly('audit_seals'),
  // The text of a row that is hashed, and that exports carry: whoever has it needs no database to check it.
  `create or replace function audit_row_text(a audit_log) returns text language sql stable set timezone = 'UTC' as $$
  select jsonb_build_object('seq', a.seq, 'id', a.id, 'operation', a.operation, 'outcome', a.outcome, 'reason', a.reason, 'actor', a.actor_id,
    'actorName', a.actor_name, 'onBehalfOf', a.on_behalf_of_id, 'organization', a.organization_id, 'tree', a.tree_id, 'subjectType', a.subject_type,
    'subject', a.subject, 'changes', a.changes, 'requestId', a.request_id, 'ip', a.ip, 'agent', a.agent, 'at', a.at,
    'recordedAt', a.recorded_at)::text $$`,
  `create or replace function audit_row_hash(a audit_log) returns bytea language sql stable as $$
  select sha256(convert_to(audit_row_text(a), 'UTF8')) $$`,
  `create or replace function audit_seal(most int default 10000) returns int language plpgsql as $$
  declare last audit_seals; horizon xid8 := pg_snapshot_xmin(pg_current_snapshot()); stop bigint; numbers bigint[]; hashes bytea; n int;
  begin
    perform pg_advisory_xact_lock(7261001);
    select * into last from audit_seals order by id desc limit 1;
    select min(seq) into stop from audit_log where seq > coalesce(last.to_seq, 0) and xid >= horizon;
    select array_agg(seq order by seq), string_agg(audit_row_hash(a), ''::bytea order by seq) into numbers, hashes
      from (select * from audit_log where seq > coalesce(last.to_seq, 0) and (stop is null or seq < stop) and xid < horizon order by seq limit most) a;
    n := coalesce(cardinality(numbers), 0);
    if n = 0 then return 0; end if;
    insert into audit_seals (from_seq, to_seq, row_count, seqs, row_hashes, prev_hash, hash)
      values (numbers[1], numbers[n], n, numbers, hashes, coalesce(last.hash, ''::bytea), sha256(coalesce(last.hash, ''::bytea) || hashes));
    return n;
  end $$`,
  // The last hash of each day, signed: it also lies outside of this database, where nobody can rewrite the chain.
  `create table audit_anchors (day date primary key, seal_id bigint not null references audit_seals (id), to_seq bigint not null,
    hash bytea not null, public_key text not null, signature text not null, at timestamptz not null default now())`,
  ...insertOnly('audit_anchors'),
  `create table signing_keys (id uuid primary key default gen_random_uuid(), public_key text not null, sealed text not null,
    created_at timestamptz not null default now())`,
  // One key per person or record with personal values; deleting it is the erasure of these values (P2).
  `create table subject_keys (id uuid primary key, sealed text not null, created_at timestamptz not null default clock_timestamp())`,
  // What happened that could be an attack, one line each, kept for a day; the watch counts it and raises events.
  `create table security_signals (id bigint generated always as identity primary key, kind text not null, organization_id uuid, tree_id uuid,
    person_id uuid, account text, address text, agent text, facts jsonb not null default '{}', at timestamptz not null default clock_timestamp(),
    handled_at timestamptz)`,
  `create index security_signals_waiting on security_signals (id) where handled_at is null`,
  `create index security_signals_person on security_signals (kind, person_id, at) where person_id is not null`,
  `create index security_signals_account on security_signals (kind, account, at) where account is not null`,
  `create index security_signals_address on security_signals (kind, address, at) where address is not null`,
  `create index security_signals_at on security_signals (at)`,
  // The networks a person signed in from; a first one from elsewhere is worth a look.
  `create table known_networks (user_id uuid not null references users (id), network text not null, first_at timestamptz not null default now(),
    last_at timestamptz not null default now(), primary key (user_id, network))`,
]
