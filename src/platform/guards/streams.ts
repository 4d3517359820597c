// What may end somebody's streams. These rows change rarely, so the lock that NOTIFY takes inside a transaction costs
// nobody anything; and whoever changes them, by whatever way, is heard.
const WATCHED: readonly (readonly [table: string, when: string, condition?: string])[] = [
  ['users_sessions', 'delete'],
  ['users', 'update of status', 'old.status is distinct from new.status'],
  ['memberships', 'update of status or delete'],
  ['membership_roles', 'insert or update or delete'],
  ['role_permissions', 'insert or update or delete'],
  ['organizations', 'update of status, path', 'old.status is distinct from new.status or old.path is distinct from new.path'],
  ['api_keys', 'update'],
  ['api_key_secrets', 'update of ends_at or delete'],
]

/** Places of open streams over all processes, and who is told when HQ changes from where its people may work. */
const PLACES = [
  // Who has which streams open, over all processes; a process that died renews nothing, and its places are free again.
  `create unlogged table open_streams (id uuid primary key, holder uuid not null, process uuid not null, ends_at timestamptz not null)`,
  `create index open_streams_holder on open_streams (holder)`,
  // Takes a place and answers null, or answers how many the holder has when these are the most. One holder's openings take turns.
  `create or replace function tf_take_stream(new_id uuid, whose uuid, asking uuid, still_open uuid[], most int, seconds int) returns int language plpgsql as $$
  declare taken int;
  begin
    perform pg_advisory_xact_lock(hashtextextended('stream ' || whose, 0));
    delete from open_streams where holder = whose and (ends_at < now() or (process = asking and not (id = any(still_open))));
    select count(*) into taken from open_streams where holder = whose;
    if taken >= most then return taken; end if;
    insert into open_streams values (new_id, whose, asking, now() + make_interval(secs => seconds));
    return null;
  end $$`,
  `create or replace function tf_networks_changed() returns trigger language plpgsql as $$ begin
    if coalesce(new.key, old.key) = 'security.adminNetworks' then perform pg_notify('tf_access', ''); end if;
    return null; end $$`,
  `create trigger "tf_networks_changed" after insert or update or delete on "settings" for each row execute function tf_networks_changed()`,
]

/** Tells web processes that somebody's rights may have changed; they look for themselves whose. */
export const STREAM_STATEMENTS = [
  `create or replace function tf_access_changed() returns trigger language plpgsql as $$ begin
    perform pg_notify('tf_access', ''); return null; end $$`,
  ...WATCHED.map(
    ([table, when, condition]) =>
      `create trigger "tf_access_changed" after ${when} on "${table}" for each row ${condition ? `when (${condition}) ` : ''}execute function tf_access_changed()`,
  ),
  ...PLACES,
]
