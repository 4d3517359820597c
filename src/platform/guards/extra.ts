import { AUDIT_STATEMENTS } from '@/platform/guards/audit'
import { HEALTH_STATEMENTS } from '@/platform/guards/health'
import { RETENTION_STATEMENTS } from '@/platform/guards/retention'
import { SEARCH_STATEMENTS } from '@/platform/guards/search'
import { SESSION_STATEMENTS } from '@/platform/guards/sessions'
import { STREAM_STATEMENTS } from '@/platform/guards/streams'

/** Tables that no collection shows and rules that need more than a declaration. */
export const EXTRA_STATEMENTS = [
  // One-time tokens of invitations and resets: only hashes, used once (PF8).
  `create table auth_tokens (
    id uuid primary key default gen_random_uuid(), purpose text not null check (purpose in ('invite', 'reset', 'device')),
    token_hash bytea not null unique, user_id uuid not null references users (id), invitation_id uuid references invitations (id),
    expires_at timestamptz not null, used_at timestamptz, created_at timestamptz not null default now())`,
  `create index auth_tokens_user on auth_tokens (user_id)`,
  ...SESSION_STATEMENTS,
  // The secrets of API keys: only hashes, two at most while one is replaced; what signs requests is sealed.
  `create table api_key_secrets (
    id uuid primary key default gen_random_uuid(), key_id uuid not null references api_keys (id), slot smallint not null check (slot in (1, 2)),
    secret_hash bytea not null unique, signing_box text, created_at timestamptz not null default now(), ends_at timestamptz,
    last_used_at timestamptz, last_used_ip text, unique (key_id, slot))`,
  // Signatures that were used, for as long as their time stamp could be accepted: a request is not sent twice.
  `create table api_key_signatures (secret_id uuid not null references api_key_secrets (id) on delete cascade, signature bytea not null,
    at timestamptz not null default now(), primary key (secret_id, signature))`,
  `create index api_key_signatures_at on api_key_signatures (at)`,
  // Who asked how often; nothing is lost with it, so it is not written to the log.
  `create unlogged table rate_limits (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
  // Which consumer has had which event: an event's effect happens once, however often it is delivered.
  `create table event_consumptions (consumer text not null, event_id uuid not null, at timestamptz not null default now(), primary key (consumer, event_id))`,
  ...AUDIT_STATEMENTS,
  ...HEALTH_STATEMENTS,
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
  ...STREAM_STATEMENTS,
  ...RETENTION_STATEMENTS,
]
