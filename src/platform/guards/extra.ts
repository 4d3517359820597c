import { SEARCH_STATEMENTS } from '@/platform/guards/search'

/** Tables that no collection shows and rules that need more than a declaration. */
export const EXTRA_STATEMENTS = [
  // One-time tokens of invitations and resets: only hashes, used once (PF8).
  `create table auth_tokens (
    id uuid primary key default gen_random_uuid(), purpose text not null check (purpose in ('invite', 'reset')),
    token_hash bytea not null unique, user_id uuid not null references users (id), invitation_id uuid references invitations (id),
    expires_at timestamptz not null, used_at timestamptz, created_at timestamptz not null default now())`,
  `create index auth_tokens_user on auth_tokens (user_id)`,
  // Which consumer has had which event: an event's effect happens once, however often it is delivered.
  `create table event_consumptions (consumer text not null, event_id uuid not null, at timestamptz not null default now(), primary key (consumer, event_id))`,
  // The audit log counts its rows in the order of their transactions; seals chain what is committed (security-rules 6.9).
  `alter table audit_log add column xid xid8 not null default pg_current_xact_id(), add column seq bigint generated always as identity`,
  `create unique index audit_log_seq on audit_log (seq)`,
  `create table audit_seals (id bigint generated always as identity primary key, from_seq bigint not null, to_seq bigint not null,
    row_count int not null, prev_hash bytea not null, hash bytea not null, sealed_at timestamptz not null default now())`,
  `create trigger "tf_insert_only" before update or delete on audit_seals for each row execute function tf_insert_only()`,
  `create trigger "tf_no_truncate" before truncate on audit_seals for each statement execute function tf_insert_only()`,
  `create or replace function audit_row_hash(a audit_log) returns bytea language sql stable set timezone = 'UTC' as $$
  select sha256(convert_to(jsonb_build_array(a.seq, a.id, a.operation, a.actor_id, a.actor_name, a.organization_id, a.tree_id,
    a.subject_type, a.subject, a.changes, a.request_id, a.ip, a.agent, a.at)::text, 'UTF8')) $$`,
  `create or replace function audit_seal(most int default 10000) returns int language plpgsql as $$
  declare last audit_seals; horizon xid8 := pg_snapshot_xmin(pg_current_snapshot()); stop bigint; first_seq bigint; n int; h bytea;
  begin
    perform pg_advisory_xact_lock(7261001);
    select * into last from audit_seals order by id desc limit 1;
    select min(seq) into stop from audit_log where seq > coalesce(last.to_seq, 0) and xid >= horizon;
    select min(seq), max(seq), count(*), sha256(coalesce(last.prev_hash, ''::bytea) || coalesce(last.hash, ''::bytea) || string_agg(audit_row_hash(a), ''::bytea order by seq))
      into first_seq, stop, n, h
      from (select * from audit_log where seq > coalesce(last.to_seq, 0) and (stop is null or seq < stop) and xid < horizon order by seq limit most) a;
    if n = 0 then return 0; end if;
    insert into audit_seals (from_seq, to_seq, row_count, prev_hash, hash) values (first_seq, stop, n, coalesce(last.hash, ''::bytea), h);
    return n;
  end $$`,
  // A business day as a date; text to date is not immutable in general, in this form it is.
  `create or replace function tf_day(day text) returns date language sql immutable strict parallel safe as $$
    select make_date(substr(day, 1, 4)::int, substr(day, 6, 2)::int, substr(day, 9, 2)::int) $$`,
  // A price list has one price per variant, quantity break and day.
  `alter table prices add constraint prices_overlap exclude using gist (list_id with =, variant_id with =, minimum_quantity with =,
    daterange(tf_day(from_day), tf_day(to_day), '[)') with &&)`,
  // Renaming or moving a category carries the categories below along.
  `create or replace function tf_categories_path() returns trigger language plpgsql as $$ begin
    update categories set path = new.path || substr(path, length(old.path) + 1) where organization_id = new.organization_id
      and path like old.path || '%' and id <> new.id;
    return null; end $$`,
  `create trigger "tf_categories_path" after update of path on categories for each row when (old.path is distinct from new.path and pg_trigger_depth() = 0)
    execute function tf_categories_path()`,
  // A document that got its number stays, and with it its lines; a payment is cancelled or reversed, never removed (F3).
  `create or replace function tf_posted_invoice_stays() returns trigger language plpgsql as $$ begin
    if old.status <> 'draft' then raise exception 'a posted invoice is final; void or credit it instead' using errcode = 'TF001'; end if;
    return old; end $$`,
  `create trigger "tf_posted_stays" before delete on invoices for each row execute function tf_posted_invoice_stays()`,
  `create or replace function tf_posted_lines_stay() returns trigger language plpgsql as $$ begin
    if exists (select 1 from invoices where id = coalesce(new.invoice_id, old.invoice_id) and status <> 'draft') then
      raise exception 'the lines of a posted invoice are final' using errcode = 'TF001'; end if;
    return coalesce(new, old); end $$`,
  `create trigger "tf_posted_lines_stay" before insert or delete on invoice_lines for each row execute function tf_posted_lines_stay()`,
  `create or replace function tf_payment_stays() returns trigger language plpgsql as $$ begin
    raise exception 'a payment stays; cancel or reverse it instead' using errcode = 'TF001'; end $$`,
  `create trigger "tf_payment_stays" before delete on payments for each row execute function tf_payment_stays()`,
  `create index outbox_waiting on outbox_events (at) where dispatched_at is null`,
  ...SEARCH_STATEMENTS,
]
